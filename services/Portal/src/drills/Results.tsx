import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { useLanguage, useTexts } from '@/app/language';
import { Chart, chartText } from '@/app/ui/Chart';
import { Table } from '@/app/ui/Table';
import { number } from '@/app/ui/time';
import type { Figures } from './drills';
import { curves, rate, reachMarks, told } from './figures';
import { useStageName } from './parts';
import { reportTexts } from './reportTexts';
import { useDrillChannel, useFaultWords } from './useFaultWords';

/** What a drill came to: stages, reach, channels, faults. */
export function Results({ figures }: { figures: Figures }) {
  return (
    <>
      <Stages figures={figures} />
      <ReachCurves figures={figures} />
      <Channels figures={figures} />
      <Faults figures={figures} />
    </>
  );
}

/** Confirmation rate of each stage, with how far its recipients came. */
function Stages({ figures }: { figures: Figures }) {
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const stage = useStageName();
  if (figures.stages.length === 0) return <p>{t('none')}</p>;
  return (
    <div>
      <h3 className="mb-2 text-lg">{t('byStage')}</h3>
      <Table
        caption={t('byStage')}
        rows={figures.stages}
        keyOf={row => row.hop}
        columns={[
          { head: t('stage'), cell: row => stage(row.hop) },
          { head: t('rate'), cell: row => <strong className="text-lg tabular-nums">{rate(row.rate)}</strong> },
          { head: t('recipients'), cell: row => number(row.recipients, language) },
          { head: t('delivered'), cell: row => number(row.delivered, language) },
          { head: t('opened'), cell: row => number(row.opened, language) },
          { head: t('confirmed'), cell: row => number(row.confirmed, language) },
          { head: t('cannotAct'), cell: row => number(row.cannotAct, language) },
          { head: t('answered'), cell: row => number(row.answered, language) },
          { head: t('relay'), cell: row => told(row.relaySeconds, language) },
        ]}
      />
      <p className="mt-2 text-sm text-solid-gray-700">{t('relayWhat')}</p>
    </div>
  );
}

/** Told apart by lightness and by the kind of line, too, for who does not tell colours. */
const lines = [
  ['#0017c1', 'solid'],
  ['#e25100', 'dashed'],
  ['#118f56', 'dotted'],
  ['#8b0ea8', [10, 4, 2, 4]],
  ['#4d4d4d', [2, 6]],
] as const;

/** How confirmation grew from the begin of the drill, stage by stage: as curves, and as the table that says the same. */
function ReachCurves({ figures }: { figures: Figures }) {
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const stage = useStageName();
  const drawn = curves(figures.stages);
  const option = useMemo<EChartsCoreOption>(
    () => ({
      animation: false,
      textStyle: chartText,
      legend: { top: 0, textStyle: { fontSize: 14 } },
      grid: { left: 56, right: 16, top: 40, bottom: 48 },
      xAxis: { type: 'value', name: t('curveMinutes'), nameLocation: 'middle', nameGap: 28, min: 0 },
      yAxis: { type: 'value', name: t('curveShare'), nameLocation: 'middle', nameGap: 36, min: 0, max: 100 },
      series: drawn.map(({ hop, points }, place) => {
        const [color, type] = lines[place % lines.length] ?? lines[0];
        return {
          type: 'line',
          step: 'end',
          name: stage(hop),
          color,
          lineStyle: { width: 3, type: typeof type === 'string' ? type : [...type] },
          symbol: points.length > 1 && points.length <= 12 ? 'circle' : 'none',
          data: points,
        };
      }),
    }),
    [drawn, stage, t],
  );
  const reached = figures.stages.filter(row => row.recipients > 0);
  if (reached.length === 0) return null;
  return (
    <div>
      <h3 className="text-lg">{t('reach')}</h3>
      <p className="mb-3 text-sm text-solid-gray-700">{t('reachWhat')}</p>
      {drawn.length > 0 ? <Chart option={option} className="mb-4 h-72 w-full" /> : null}
      <Table
        caption={t('reach')}
        rows={reached}
        keyOf={row => row.hop}
        columns={[
          { head: t('stage'), cell: row => stage(row.hop) },
          ...reachMarks.map(([mark]) => ({ head: t(mark), cell: (row: (typeof reached)[number]) => rate(row.reach[mark]) })),
          ...(['p50', 'p90', 'p99'] as const).map(mark => ({
            head: t(mark),
            cell: (row: (typeof reached)[number]) => told(row.reach[mark], language),
          })),
        ]}
      />
      <p className="mt-2 text-sm text-solid-gray-700">{t('percentilesWhat')}</p>
    </div>
  );
}

function Channels({ figures }: { figures: Figures }) {
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const channel = useDrillChannel();
  return (
    <div>
      <h3 className="mb-2 text-lg">{t('channels')}</h3>
      {figures.channels.length === 0 ? (
        <p>{t('channelsNone')}</p>
      ) : (
        <Table
          caption={t('channels')}
          rows={figures.channels}
          keyOf={row => row.channel}
          columns={[
            { head: t('channel'), cell: row => channel(row.channel) },
            { head: t('tried'), cell: row => number(row.tried, language) },
            { head: t('sent'), cell: row => number(row.sent, language) },
            { head: t('after'), cell: row => number(row.confirmed, language) },
          ]}
        />
      )}
    </div>
  );
}

function Faults({ figures }: { figures: Figures }) {
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const fault = useFaultWords();
  return (
    <div>
      <h3 className="mb-2 text-lg">{t('faults')}</h3>
      {figures.faults.length === 0 ? (
        <p>{t('faultsNone')}</p>
      ) : (
        <Table
          caption={t('faults')}
          rows={figures.faults}
          keyOf={row => row.code}
          columns={[
            { head: t('cause'), cell: row => fault(row.code) },
            { head: t('cases'), cell: row => number(row.count, language) },
          ]}
        />
      )}
    </div>
  );
}
