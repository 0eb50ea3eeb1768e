import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { answer, api } from '@/api/client';
import { atMost } from '@/app/all';
import { useCodes } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { LiveWord } from '@/app/live/LiveParts';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Chart, chartColours, chartText } from '@/app/ui/Chart';
import { FigureTable } from '@/app/ui/FigureTable';
import { Mark, Severity } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Pick } from '@/app/ui/Pick';
import { ReachBar } from '@/app/ui/ReachBar';
import { Time, useNow } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { clockTime, japanTime, number } from '@/app/ui/time';
import { counted } from '@/inbox/unread';
import { labelsQuery } from '@/triage/triage';
import { situationQuery } from './query';
import { SectorMap } from './SectorMap';
import { spans } from './search';
import { bySector, cellOf, reachedOf, type Situation, sectors, severities, takenIn } from './situation';
import { texts } from './texts';

const route = getRouteApi('/frame/situation');

/** What stands now: by sector and severity, hour by hour, between sectors, and how far the advisories in force have come. */
export function SituationPage() {
  const t = useTexts(texts);
  const { hours = 24, wall = false } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(situationQuery(hours));
  const show = (on: boolean) => void navigate({ search: old => ({ ...old, wall: on || undefined }) });
  return (
    <Page
      title={t('title')}
      aside={
        <Button look="secondary" className="not-printed max-lg:hidden" onPress={() => show(true)}>
          {t('wall')}
        </Button>
      }
    >
      <Answered query={query}>
        {situation => (
          <>
            <Figures situation={situation} />
            <div className="mt-6 flex flex-col gap-6">
              <Panel title={t('grid')} what={t('gridWhat')}>
                <Grid situation={situation} />
              </Panel>
              <Panel title={t('reach')} what={t('reachWhat')}>
                <Reach situation={situation} most={20} />
              </Panel>
              <Panel title={t('map')} what={t('mapWhat')}>
                <SectorMap situation={situation} className="mx-auto hidden w-full max-w-4xl sm:block" />
                <SpreadTable situation={situation} />
              </Panel>
              <Panel
                title={t('timeline')}
                what={t('timelineWhat')}
                aside={
                  <div className="w-40">
                    <Pick
                      label={t('hours')}
                      value={String(hours)}
                      onChange={value => void navigate({ search: old => ({ ...old, hours: Number(value) as 24 }), replace: true })}
                      options={spans.map(span => ({ value: String(span), label: t(`hour${span}`) }))}
                    />
                  </div>
                }
              >
                <Timeline situation={situation} className="h-64 w-full" />
                <details>
                  <summary className="min-h-11 cursor-pointer py-2 font-bold">{t('asTable')}</summary>
                  <TimelineTable situation={situation} />
                </details>
              </Panel>
            </div>
            {wall ? <Wall situation={situation} onClose={() => show(false)} /> : null}
          </>
        )}
      </Answered>
    </Page>
  );
}

/** The same on one screen of 1920 by 1080, to be read from across the room. */
function Wall({ situation, onClose }: { situation: Situation; onClose: () => void }) {
  const t = useTexts(texts);
  return (
    <ModalOverlay isOpen isDismissable={false} onOpenChange={open => !open && onClose()} className="fixed inset-0 z-40 bg-solid-gray-50">
      <Modal className="h-full">
        <Dialog className="flex h-full flex-col gap-3 overflow-auto p-4 text-lg">
          <div className="flex flex-wrap items-center gap-x-8 gap-y-2">
            <Heading slot="title" className="text-3xl font-bold">
              {t('title')}
            </Heading>
            <Figures situation={situation} wide />
            <div className="ms-auto flex items-center gap-4">
              <LiveWord />
              <Button look="secondary" onPress={onClose}>
                {t('unwall')}
              </Button>
            </div>
          </div>
          <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,5fr)_minmax(0,6fr)_minmax(0,6fr)] grid-rows-[minmax(0,1fr)_13rem] gap-3">
            <WallPanel title={t('grid')} className="row-span-2">
              <Grid situation={situation} />
            </WallPanel>
            <WallPanel title={t('map')}>
              <SectorMap situation={situation} className="min-h-0 w-full flex-1" />
              <div className="sr-only">
                <SpreadTable situation={situation} />
              </div>
            </WallPanel>
            <WallPanel title={t('reach')}>
              <Reach situation={situation} most={7} />
            </WallPanel>
            <WallPanel title={t('timeline')} className="col-span-2">
              <Timeline situation={situation} className="h-36 w-full" />
              <div className="sr-only">
                <TimelineTable situation={situation} />
              </div>
            </WallPanel>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function WallPanel({ title, children, className = '' }: { title: string; children: ReactNode; className?: string }) {
  return (
    <section className={`flex min-h-0 flex-col overflow-hidden rounded-xl border border-solid-gray-420 bg-white p-4 ${className}`}>
      <h2 className="mb-2 text-xl">{title}</h2>
      {children}
    </section>
  );
}

function Panel({ title, what, aside, children }: { title: string; what: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="card">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1">
          <h2 className="text-xl">{title}</h2>
          <p className="text-sm text-solid-gray-700">{what}</p>
        </div>
        {aside}
      </div>
      {children}
    </section>
  );
}

function Figures({ situation, wide = false }: { situation: Situation; wide?: boolean }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const now = useNow();
  const largeScale = useQuery({
    queryKey: ['large-scale-mode'],
    queryFn: ({ signal }) => answer(api.GET('/api/large-scale-mode', { signal })),
    refetchInterval: 30_000,
  });
  const labels = useQuery(labelsQuery()).data?.items;
  const came = labels && takenIn(labels, now);
  const more = labels?.length === atMost;
  const figures = [
    [t('open24'), situation.reportsLast24Hours],
    [t('open7'), situation.reportsLast7Days],
    [t('running'), situation.running.length],
  ] as const;
  return (
    <div className={wide ? 'flex flex-wrap items-center gap-x-8' : ''}>
      <dl className={wide ? 'flex gap-8' : 'grid grid-cols-1 gap-3 sm:grid-cols-3'}>
        {figures.map(([title, value]) => (
          <div key={title} className={wide ? '' : 'card'}>
            <dt className={wide ? 'text-sm' : ''}>{title}</dt>
            <dd className="text-3xl font-bold tabular-nums">{t('countReports', { count: number(value, language) })}</dd>
          </div>
        ))}
      </dl>
      {came ? (
        <p className={wide ? '' : 'mt-3'}>
          <strong>{t('came')}</strong>:{' '}
          {t('cameCount', { day: came.last24Hours, week: counted(came.last7Days, more), urgent: came.urgent })}{' '}
          {wide ? null : (
            <Link to="/triage" className="link">
              {t('cameSee')}
            </Link>
          )}
        </p>
      ) : null}
      <p className={`text-sm text-solid-gray-700 ${wide ? '' : 'mt-3'}`}>
        {t('at', { time: japanTime(new Date(situation.at), language, now) })} {wide ? '' : t('what')}
      </p>
      {wide && largeScale.data?.on ? (
        <Mark className="border-orange-1000 bg-orange-100 text-lg text-black">{t('largeScaleOn')}</Mark>
      ) : null}
    </div>
  );
}

const grounds: Record<string, string> = {
  critical: 'bg-red-1000 text-white',
  high: 'bg-red-100',
  medium: 'bg-orange-100',
  low: 'bg-solid-gray-100',
  unknown: 'bg-solid-gray-100',
};

function Grid({ situation }: { situation: Situation }) {
  const t = useTexts(texts);
  const name = useCodes();
  const language = useLanguage();
  const totals = bySector(situation);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a telephone it scrolls sideways, also by the keyboard
    <section className="max-w-full overflow-x-auto" tabIndex={0} aria-label={t('grid')}>
      <table className="w-full border-separate border-spacing-1">
        <thead>
          <tr>
            <th scope="col" className="text-start">
              {t('sector')}
            </th>
            {severities.map(severity => (
              <th scope="col" key={severity} className="px-1">
                {name('severities', severity)}
              </th>
            ))}
            <th scope="col">{t('all')}</th>
          </tr>
        </thead>
        <tbody>
          {sectors.map((sector, n) => (
            <tr key={sector ?? ''}>
              <th scope="row" className="pe-2 text-start leading-tight font-normal">
                {sector === null ? t('sectorUnknown') : name('sectors', sector)}
              </th>
              {severities.map(severity => {
                const cell = cellOf(situation, sector, severity);
                return (
                  <td
                    key={severity}
                    className={`min-w-12 rounded px-1 py-1 text-center tabular-nums ${cell ? grounds[severity] : 'text-solid-gray-600'}`}
                  >
                    <Count day={cell?.last24Hours ?? 0} week={cell?.last7Days ?? 0} />
                  </td>
                );
              })}
              <td className="px-1 text-center font-bold tabular-nums">{number(totals[n]?.last7Days ?? 0, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Count({ day, week }: { day: number; week: number }) {
  const t = useTexts(texts);
  if (week === 0) return <span aria-hidden="true">・</span>;
  return (
    <>
      <span aria-hidden="true">
        <span className="text-xl font-bold">{day}</span> <span className="text-sm">({week})</span>
      </span>
      <span className="sr-only">{t('cell', { day, week })}</span>
    </>
  );
}

function Reach({ situation, most }: { situation: Situation; most: number }) {
  const t = useTexts(texts);
  const language = useLanguage();
  if (situation.running.length === 0) return <p>{t('reachNone')}</p>;
  return (
    <>
      <ul className="flex flex-col">
        {situation.running.slice(0, most).map(advisory => {
          const reached = reachedOf(advisory.recipients, advisory.receipts);
          const said = (count: number) =>
            t('ofRecipients', {
              count: number(count, language),
              all: number(reached.recipients, language),
              percent: reached.recipients === 0 ? 0 : Math.floor((count / reached.recipients) * 100),
            });
          return (
            <li key={advisory.id} className="border-b border-solid-gray-200 py-2 last:border-none">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Tlp level={advisory.tlp} />
                <Severity code={advisory.severity} />
                <Link to="/advisories/$id" params={{ id: advisory.id }} className="link min-w-0 font-bold">
                  {advisory.title || advisory.number}
                </Link>
                <span className="text-sm text-solid-gray-700">
                  <Time at={advisory.issuedAt} />
                </span>
              </p>
              <dl className="mt-1 grid grid-cols-1 gap-x-6 text-sm sm:grid-cols-2">
                {(
                  [
                    [t('delivered'), reached.delivered, 'bg-blue-900'],
                    [t('answered'), reached.answered, 'bg-green-900'],
                  ] as const
                ).map(([title, count, colour]) => (
                  <div key={title}>
                    <dt className="inline font-bold">{title}: </dt>
                    <dd className="inline tabular-nums">
                      {said(count)}
                      <ReachBar part={count} whole={reached.recipients} className={colour} />
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          );
        })}
      </ul>
      {situation.running.length > most ? (
        <p className="mt-2 font-bold">{t('reachMore', { count: situation.running.length - most })}</p>
      ) : null}
    </>
  );
}

function SpreadTable({ situation }: { situation: Situation }) {
  const t = useTexts(texts);
  const name = useCodes();
  if (situation.spread.length === 0) return <p>{t('mapNone')}</p>;
  return (
    <FigureTable
      heads={[t('spreadWay'), t('spreadCount'), t('spreadAdvisories')]}
      rows={situation.spread.map(spread => ({
        key: `${spread.from} ${spread.to}`,
        name: `${name('sectors', spread.from)} → ${name('sectors', spread.to)}`,
        figures: [spread.reports, spread.advisories],
      }))}
    />
  );
}

function Timeline({ situation, className }: { situation: Situation; className: string }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { timeline } = situation;
  const option = useMemo(
    () => ({
      animation: false,
      textStyle: chartText,
      color: [chartColours[0], chartColours[1]],
      legend: { top: 0, textStyle: { fontSize: 14 } },
      grid: { left: 36, right: 8, top: 36, bottom: 24 },
      xAxis: {
        type: 'category',
        data: timeline.map(hour => {
          const at = new Date(hour.from);
          return timeline.length > 24 ? japanTime(at, language, at) : clockTime(at, language);
        }),
      },
      yAxis: { type: 'value', minInterval: 1 },
      series: [
        { type: 'bar', name: t('reports'), data: timeline.map(hour => hour.reports) },
        { type: 'bar', name: t('advisories'), data: timeline.map(hour => hour.advisories) },
      ],
    }),
    [timeline, language, t],
  );
  return <Chart option={option} className={className} />;
}

function TimelineTable({ situation }: { situation: Situation }) {
  const t = useTexts(texts);
  return (
    <FigureTable
      heads={[t('from'), t('reports'), t('advisories')]}
      rows={situation.timeline.toReversed().map(hour => ({
        key: hour.from,
        name: <Time at={hour.from} relative={false} />,
        figures: [hour.reports, hour.advisories],
      }))}
    />
  );
}
