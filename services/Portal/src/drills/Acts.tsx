import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { Confirm } from '@/app/ui/Confirm';
import { type DrillItem, renewDrills } from './drills';
import { texts } from './texts';

const acts = ['start', 'cancel', 'close'] as const;
type ActName = (typeof acts)[number];

const fitting: Record<string, readonly ActName[]> = { planned: ['start', 'cancel'], running: ['close'] };

/** What a drill's conductor does with it as it now stands; each asks first, with how many it reaches. */
export function Acts({
  drill,
  onSaid,
}: {
  drill: Pick<DrillItem, 'id' | 'state' | 'ceptoarName' | 'participants'>;
  onSaid: (said: string) => void;
}) {
  return (fitting[drill.state] ?? []).map(act => <Act key={act} act={act} drill={drill} onSaid={onSaid} />);
}

const said = { start: 'act.started', cancel: 'act.cancelled', close: 'act.closed' } as const;

function Act({
  act,
  drill,
  onSaid,
}: {
  act: ActName;
  drill: Pick<DrillItem, 'id' | 'ceptoarName' | 'participants'>;
  onSaid: (said: string) => void;
}) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const params = { path: { id: drill.id } };
  const write = useWrite(
    (_: null, keyed) => {
      switch (act) {
        case 'start':
          return answer(api.POST('/api/drills/{id}/start', { params, ...keyed }));
        case 'cancel':
          return answer(api.POST('/api/drills/{id}/cancellation', { params, ...keyed }));
        default:
          return answer(api.POST('/api/drills/{id}/close', { params, ...keyed }));
      }
    },
    {
      onDone: () => {
        onSaid(t(said[act]));
        return renewDrills(queries);
      },
    },
  );
  return (
    <Confirm
      look={act === 'start' ? 'primary' : 'secondary'}
      danger={act !== 'start'}
      label={t(`act.${act}`)}
      aria-label={`${t(`act.${act}`)}: ${drill.ceptoarName}`}
      question={t(`act.${act}Ask`, { ceptoar: drill.ceptoarName })}
      problem={write.error}
      isPending={write.isPending}
      done={write.isSuccess}
      onConfirm={() => write.send(null)}
    >
      <p>{act === 'start' && drill.participants === 0 ? t('act.startNobody') : t(`act.${act}What`, { count: drill.participants })}</p>
    </Confirm>
  );
}
