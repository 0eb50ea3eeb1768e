import { useQuery } from '@tanstack/react-query';
import { useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Card } from '@/app/ui/Card';
import { LinkButton } from '@/app/ui/LinkButton';
import { DrillBand, Mark } from '@/app/ui/marks';
import { type MyDrill, mineQuery } from './drills';
import { byNeed, type ToDo, todoOf } from './mine';
import { StateMark, useCeptoarName, When } from './parts';
import { texts } from './texts';

/** The drills that the own organisation takes part in, and what each asks of it now. */
export function Mine() {
  const t = useTexts(texts);
  const query = useQuery(mineQuery);
  return (
    <Card title={t('mine.title')}>
      <Answered query={query}>
        {items => (
          <>
            {items.length === 0 ? <p>{t('mine.none')}</p> : null}
            <ul className="flex flex-col gap-4">
              {byNeed(items).map(drill => (
                <Row key={drill.id} drill={drill} />
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Card>
  );
}

function Row({ drill }: { drill: MyDrill }) {
  const t = useTexts(texts);
  const ceptoar = useCeptoarName()(drill.ceptoar);
  const operator = has(useMe(), 'operator');
  const todo = todoOf(drill).filter(what => what !== 'answer' || operator);
  const over = drill.endedAt !== null;
  return (
    <li className={`rounded-xl border p-4 ${drill.state === 'running' ? 'border-s-8 border-black' : 'border-solid-gray-420'}`}>
      <DrillBand />
      <h3 className="mt-3 text-lg">{drill.title}</h3>
      <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        <StateMark state={drill.state} />
        <span>{ceptoar}</span>
        {drill.announced ? null : <Mark>{t('unannounced')}</Mark>}
        <span>
          <When drill={drill} />
        </span>
      </p>
      {drill.announced || drill.startedAt ? null : <p className="text-sm text-solid-gray-700">{t('unannouncedWhat')}</p>}
      <h4 className="mt-3 font-bold">{t('mine.todo')}</h4>
      {todo.length === 0 ? (
        <p>{t(drill.state === 'cancelled' ? 'mine.cancelled' : over ? 'mine.over' : 'mine.nothing')}</p>
      ) : (
        <ul className="mt-2 flex flex-wrap gap-3">
          {todo.map(what => (
            <li key={what}>
              <Step what={what} drill={drill} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Step({ what, drill }: { what: ToDo; drill: MyDrill }) {
  const t = useTexts(texts);
  const said = t(`mine.${what}`);
  const label = `${said}: ${drill.title}`;
  switch (what) {
    case 'answered':
      return <p className="py-2 font-bold">✓ {said}</p>;
    case 'confirm':
      return (
        <LinkButton to="/advisories/$id" params={{ id: drill.advisoryId ?? drill.id }} aria-label={label}>
          {said}
        </LinkButton>
      );
    case 'answer':
      return (
        <LinkButton to="/reports/new" search={{ exercise: drill.id }} look="secondary" aria-label={label}>
          {said}
        </LinkButton>
      );
    default:
      return (
        <LinkButton
          to="/drills/$id/sheets/$kind"
          params={{ id: drill.id, kind: what.startsWith('survey') ? 'survey' : 'selfCheck' }}
          look="secondary"
          aria-label={label}
        >
          {said}
        </LinkButton>
      );
  }
}
