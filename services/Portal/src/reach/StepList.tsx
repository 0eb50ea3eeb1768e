import { useTexts } from '@/app/language';
import { Mark } from '@/app/ui/marks';
import { Time } from '@/app/ui/Time';
import { useCodeWord } from '@/channels/useCodeWord';
import { useChannelName } from '@/members/contacts';
import { type Escalated, inOrder, type Look, lookOf, outcomeOf, placeOf, type Step, whomOf } from './steps';
import { texts } from './stepTexts';

const looks: Record<Look, string> = {
  went: 'border-green-900 bg-white text-green-1000',
  underWay: 'border-blue-900 bg-white text-blue-1000',
  failed: 'border-red-1000 bg-white text-red-1000',
  passedOver: 'border-dashed border-solid-gray-600 bg-white text-solid-gray-800',
  people: 'border-orange-1000 bg-orange-50 text-orange-1000',
};

/** What the hub did by itself to reach one that is silent, step by step, and what it does next. */
export function StepList({ escalated, name }: { escalated: Escalated; name: string }) {
  const t = useTexts(texts);
  const { steps, next } = escalated;
  return (
    <div className="mt-2 text-sm">
      {steps.length === 0 ? (
        <p>{t('nothingYet')}</p>
      ) : (
        <ol aria-label={t('label', { name })} className="flex flex-wrap gap-2">
          {inOrder(steps).map(step => (
            <StepChip key={`${step.step} ${step.kind} ${step.at}`} step={step} />
          ))}
        </ol>
      )}
      {next ? <Next kind={next.kind} at={next.dueAt} /> : null}
      {!next && escalated.onCallList ? <p className="mt-2 font-bold">{t('end')}</p> : null}
    </div>
  );
}

function StepChip({ step }: { step: Step }) {
  const t = useTexts(texts);
  const what = useStepName();
  const code = useCodeWord();
  const outcome = outcomeOf(step.outcome);
  const look = lookOf(step.outcome);
  return (
    <li className={`rounded-lg border-2 px-2 py-1 ${looks[look]}`}>
      <span className="block font-bold">{what(step)}</span>
      <span className="block">
        {outcome ? t(`outcome.${outcome}`) : step.outcome}
        {look === 'failed' && step.code !== null ? `（${code(step.channel, step.code)}）` : ''}
      </span>
      <span className="block">
        <Time at={step.at} relative={false} />
      </span>
    </li>
  );
}

function Next({ kind, at }: { kind: string; at: string }) {
  const t = useTexts(texts);
  const known = (['reminder', 'webhook', 'onDuty', 'deputy', 'channel', 'callList'] as const).find(k => k === kind);
  return (
    <p className="mt-2">
      <strong>{known ? t(`next.${known}`) : t('nextOther')}</strong> <Time at={at} />
    </p>
  );
}

/** What a step was, in words. */
function useStepName(): (step: Step) => string {
  const t = useTexts(texts);
  const channel = useChannelName();
  return step => {
    const whom = whomOf(step);
    const by = step.channel ? channel(step.channel) : '';
    switch (whom) {
      case 'channel':
        return t('what.channel', { place: placeOf(step.contact) ?? '', channel: by });
      case 'onDuty':
      case 'desk':
      case 'deputy':
      case 'executive':
        return by ? t(`what.${whom}By`, { channel: by }) : t(`what.${whom}`);
      case undefined:
        return step.kind;
      default:
        return t(`what.${whom}`);
    }
  };
}

/** A mark of those whom people have to call. */
export function CallListMark() {
  const t = useTexts(texts);
  return <Mark className="border-orange-1000 bg-orange-50 text-orange-1000">{t('onCallList')}</Mark>;
}
