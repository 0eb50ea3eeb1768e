import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Card } from '@/app/ui/Card';
import { Table } from '@/app/ui/Table';
import { Time } from '@/app/ui/Time';
import { number } from '@/app/ui/time';
import { type Board, boardQuery, type Drill, type Figures } from './drills';
import { confirmedShare, rate, rungs } from './figures';
import { useCeptoarName, useStageName } from './parts';
import { texts } from './texts';
import { useDrillChannel, useOutcomeWord } from './useFaultWords';

/** How far a drill has come, hop by hop, and who is silent; renewed while it runs. */
export function BoardPart({ drill }: { drill: Drill }) {
  const t = useTexts(texts);
  const query = useQuery(boardQuery(drill.id));
  return (
    <Answered query={query}>
      {board => (
        <>
          <Card title={t('board.title')}>
            <p className="mb-3 text-sm text-solid-gray-700">{board.state === 'running' ? t('board.live') : t('board.fixed')}</p>
            <Reached figures={board.figures} twoWay={drill.twoWay} />
          </Card>
          <Hops board={board} />
          <Silent board={board} />
        </>
      )}
    </Answered>
  );
}

const colours = [
  ['confirmed', 'bg-blue-900'],
  ['cannotAct', 'bg-orange-900'],
  ['opened', 'bg-blue-600'],
  ['delivered', 'bg-blue-300'],
  ['sent', 'bg-solid-gray-420'],
  ['waiting', 'bg-solid-gray-100'],
] as const;

function Reached({ figures, twoWay }: { figures: Figures; twoWay: boolean }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const at = rungs(figures);
  const { participants, confirmed } = figures;
  return (
    <>
      <p role="status" className="text-xl font-bold">
        {t('board.counts', {
          all: number(participants, language),
          confirmed: number(confirmed, language),
          rate: rate(confirmedShare(figures)),
        })}
      </p>
      <div aria-hidden="true" className="my-3 flex h-4 w-full overflow-hidden rounded border border-solid-gray-536">
        {colours.map(([rung, colour]) => (
          <div key={rung} className={colour} style={{ width: `${participants === 0 ? 0 : (at[rung] / participants) * 100}%` }} />
        ))}
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-6">
        {colours.map(([rung, colour]) => (
          <div key={rung}>
            <dt className="flex items-center gap-2 font-bold">
              <span aria-hidden="true" className={`size-3 shrink-0 rounded-sm border border-solid-gray-536 ${colour}`} />
              {t(`board.rungs.${rung}`)}
            </dt>
            <dd className="text-2xl font-bold tabular-nums">{number(at[rung], language)}</dd>
          </div>
        ))}
      </dl>
      {twoWay ? <p className="mt-3 font-bold">{t('board.answered', { count: figures.answered })}</p> : null}
    </>
  );
}

function Hops({ board }: { board: Board }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const stage = useStageName();
  const ceptoar = useCeptoarName();
  if (board.hops.length === 0) return null;
  return (
    <Card title={t('board.hops')}>
      <Table
        caption={t('board.hops')}
        rows={board.hops}
        keyOf={hop => hop.name + hop.ceptoar}
        columns={[
          { head: t('board.hop'), cell: hop => stage(hop.name) },
          { head: t('ceptoar'), cell: hop => ceptoar(hop.ceptoar) },
          { head: t('board.body'), cell: hop => hop.bodyName ?? t('board.hidden') },
          { head: t('board.opened'), cell: hop => (hop.openedAt ? <Time at={hop.openedAt} /> : t('board.notYet')) },
          {
            head: t('board.relayed'),
            cell: hop =>
              hop.relayedAt ? (
                <Time at={hop.relayedAt} />
              ) : hop.openedAt ? (
                <strong className="text-orange-1000">{t('board.waits')}</strong>
              ) : (
                '–'
              ),
          },
          { head: t('board.recipients'), cell: hop => number(hop.recipients, language) },
        ]}
      />
    </Card>
  );
}

function Silent({ board }: { board: Board }) {
  const t = useTexts(texts);
  const stage = useStageName();
  const { silent } = board;
  return (
    <Card title={t('board.silent')}>
      {silent === null ? (
        <p>{t('board.silentHidden')}</p>
      ) : silent.length === 0 ? (
        <p>{t('board.silentNone')}</p>
      ) : (
        <Table
          caption={t('board.silent')}
          rows={silent}
          keyOf={one => one.organisationId}
          columns={[
            { head: t('chosen.organisation'), cell: one => one.name },
            { head: t('board.hop'), cell: one => stage(one.hop) },
            { head: t('board.stateOf'), cell: one => <Reaching state={one.state} /> },
            { head: t('board.tried'), cell: one => <Tried tried={one.tried} /> },
          ]}
        />
      )}
    </Card>
  );
}

function Reaching({ state }: { state: string }) {
  const t = useTexts(texts);
  const known = (['waiting', 'queued', 'pushed', 'delivered', 'opened', 'cannotAct'] as const).find(s => s === state);
  return known ? t(`board.states.${known}`) : state;
}

function Tried({ tried }: { tried: NonNullable<Board['silent']>[number]['tried'] }) {
  const t = useTexts(texts);
  const channel = useDrillChannel();
  const outcome = useOutcomeWord();
  if (tried.length === 0) return t('board.triedNone');
  return tried.map(one => `${channel(one.channel)}: ${outcome(one.state)}${one.cause ? ` (${one.cause})` : ''}`).join('・');
}
