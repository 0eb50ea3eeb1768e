import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { advisoryQuery } from '@/advisory/advisory';
import { LevelLine } from '@/advisory/LevelLine';
import { useLanguage, useTexts } from '@/app/language';
import { watchReach } from '@/app/live/state';
import { Answered } from '@/app/ui/Answered';
import { Card } from '@/app/ui/Card';
import { Chart } from '@/app/ui/Chart';
import { Page } from '@/app/ui/Page';
import { Table } from '@/app/ui/Table';
import { number } from '@/app/ui/time';
import { ChannelsOff } from '@/channels/ChannelsOff';
import { Replies } from './Replies';
import { type Hop, type Reach, reachQuery } from './reach';
import { type Ladder, ladder, percent, spoken } from './rules';
import { Silent } from './Silent';
import { texts } from './texts';

const route = getRouteApi('/frame/advisories/$id/reach');

/** How far an advisory has come, hop by hop, and who is silent, for those who may name them. */
export function ReachPage() {
  const { id } = route.useParams();
  useEffect(() => watchReach(id), [id]);
  const query = useQuery(reachQuery(id));
  return <Answered query={query}>{reach => <Board reach={reach} />}</Answered>;
}

function Board({ reach }: { reach: Reach }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const advisory = useQuery(advisoryQuery(reach.advisoryId)).data;
  const all = ladder(reach.hops.map(hop => hop.receipts));
  const renew = () => queries.invalidateQueries({ queryKey: ['reach', reach.advisoryId] });
  return (
    <Page title={t('title')} above={advisory ? <LevelLine id={reach.advisoryId} /> : null}>
      {advisory ? (
        <p className="mb-4">
          <Link to="/advisories/$id" params={{ id: reach.advisoryId }} className="link text-lg font-bold">
            {advisory.title ?? t('toAdvisory')}
          </Link>
          <span className="block text-solid-gray-700">
            {advisory.number} {t('version', { version: reach.version })}・{t('live')}
          </span>
        </p>
      ) : null}
      {reach.state === 'recalled' ? <p className="card mb-4 border-2 border-red-900 font-bold text-red-1000">{t('recalled')}</p> : null}
      <ChannelsOff />
      <div className="flex flex-col gap-4">
        <Card title={t('all')}>
          {all.recipients === 0 ? (
            <p>{t('nobody')}</p>
          ) : (
            <>
              <p role="status" className="text-xl font-bold">
                {t('counts', { recipients: all.recipients, confirmed: all.confirmed })}（
                {t('percent', { percent: percent(all.confirmed, all.recipients) })}）
              </p>
              <Bar at={all} />
              <Rungs at={all} explained />
            </>
          )}
        </Card>
        <Silent reach={reach} advisory={advisory} renew={renew} />
        <Card title={t('hops')}>
          <ul className="flex flex-col gap-6">
            {reach.hops.map(hop => (
              <HopLine key={hop.name} hop={hop} />
            ))}
          </ul>
        </Card>
        <Times hops={reach.hops} />
        {advisory ? <Replies advisory={advisory} /> : null}
      </div>
    </Page>
  );
}

const rungs = [
  ['confirmed', 'bg-blue-900'],
  ['cannotAct', 'bg-orange-900'],
  ['opened', 'bg-blue-300'],
  ['unopened', 'bg-solid-gray-300'],
] as const;

/** The rungs as one bar; beneath it they stand in words. */
function Bar({ at }: { at: Ladder }) {
  return (
    <div aria-hidden="true" className="my-3 flex h-4 w-full overflow-hidden rounded border border-solid-gray-536">
      {rungs.map(([rung, colour]) => (
        <div key={rung} className={colour} style={{ width: `${at.recipients === 0 ? 0 : (at[rung] / at.recipients) * 100}%` }} />
      ))}
    </div>
  );
}

function Rungs({ at, explained = false }: { at: Ladder; explained?: boolean }) {
  const t = useTexts(texts);
  const language = useLanguage();
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-4">
      {rungs.map(([rung, colour]) => (
        <div key={rung}>
          <dt className="flex items-center gap-2 font-bold">
            <span aria-hidden="true" className={`size-3 shrink-0 rounded-sm border border-solid-gray-536 ${colour}`} />
            {t(rung)}
          </dt>
          <dd>
            <span className="text-2xl font-bold">{number(at[rung], language)}</span>
            {explained ? <span className="block text-sm text-solid-gray-700">{t(`${rung}What`)}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function HopLine({ hop }: { hop: Hop }) {
  const t = useTexts(texts);
  const at = ladder([hop.receipts]);
  return (
    <li>
      <h3 className="text-lg">{useHopName()(hop.name)}</h3>
      {at.recipients > 0 ? (
        <>
          <p>
            {t('counts', { recipients: at.recipients, confirmed: at.confirmed })}（
            {t('percent', { percent: percent(at.confirmed, at.recipients) })}）
          </p>
          <Bar at={at} />
          <Rungs at={at} />
        </>
      ) : null}
      {hop.waiting > 0 ? <p className="mt-2 font-bold text-orange-1000">{t('waiting', { count: hop.waiting })}</p> : null}
      {at.recipients === 0 && hop.waiting === 0 ? <p>{t('nobody')}</p> : null}
    </li>
  );
}

export function useHopName(): (hop: string) => string {
  const t = useTexts(texts);
  return hop => {
    const known = (['audience', 'liaison', 'secretariat', 'members', 'secondHop'] as const).find(name => name === hop);
    return known ? t(`hop.${known}`) : hop;
  };
}

/** Percentiles as bars, and beside them as the table that counts. */
function Times({ hops }: { hops: readonly Hop[] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const hopName = useHopName();
  const lines = hops.flatMap(hop =>
    (['delivered', 'confirmed', 'relayed'] as const)
      .filter(rung => hop[rung].count > 0)
      .map(rung => ({ key: hop.name + rung, hop: hopName(hop.name), rung: t(rung), times: hop[rung] })),
  );
  const told = (seconds: number | null) => (seconds === null ? '–' : spoken(seconds, language));
  const option = useMemo(
    () => ({
      animation: false,
      grid: { left: 8, right: 24, top: 8, bottom: 48, containLabel: true },
      legend: { bottom: 0 },
      xAxis: { type: 'log', name: t('seconds'), nameLocation: 'middle', nameGap: 26, min: 0.1 },
      yAxis: { type: 'category', inverse: true, data: lines.map(line => `${line.hop}\n${line.rung}`) },
      series: (
        [
          ['half', 'p50', '#0017c1'],
          ['most', 'p90', '#7096f8'],
          ['nearlyAll', 'p99', '#c5d7fb'],
        ] as const
      ).map(([name, share, color]) => ({
        type: 'bar',
        name: t(name),
        color,
        data: lines.map(line => Math.max(0.1, line.times[share] ?? 0.1)),
      })),
    }),
    [lines, t],
  );
  return (
    <Card title={t('times')}>
      {lines.length === 0 ? (
        <p>{t('noTimes')}</p>
      ) : (
        <>
          <p className="mb-3 text-sm text-solid-gray-700">{t('timesWhat')}</p>
          <div className="hidden md:block">
            <div style={{ height: 80 + lines.length * 56 }}>
              <Chart option={option} className="h-full w-full" />
            </div>
          </div>
          <Table
            caption={t('times')}
            rows={lines}
            keyOf={line => line.key}
            columns={[
              { head: t('step'), cell: line => line.hop },
              { head: t('rung'), cell: line => line.rung },
              { head: t('counted'), cell: line => number(line.times.count, language) },
              { head: t('half'), cell: line => told(line.times.p50) },
              { head: t('most'), cell: line => told(line.times.p90) },
              { head: t('nearlyAll'), cell: line => told(line.times.p99) },
            ]}
          />
        </>
      )}
    </Card>
  );
}
