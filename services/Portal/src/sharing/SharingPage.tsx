import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Chart, chartColours, chartText } from '@/app/ui/Chart';
import { FigureTable } from '@/app/ui/FigureTable';
import { Page } from '@/app/ui/Page';
import { Pick } from '@/app/ui/Pick';
import { texts } from './texts';
import { fiscalYear, monthsOf } from './year';

type Indicators = Schemas['GetSharingIndicatorsView'];

const route = getRouteApi('/frame/sharing-indicators');

/** The official indicators of information sharing, as charts with their tables. */
export function SharingPage() {
  const t = useTexts(texts);
  const navigate = route.useNavigate();
  const present = fiscalYear(new Date());
  const { year = present } = route.useSearch();
  const months = monthsOf(year, new Date());
  const query = useQuery({
    queryKey: ['sharing-indicators', months],
    queryFn: ({ signal }) => answer(api.GET('/api/sharing-indicators', { params: { query: months }, signal })),
    placeholderData: keepPreviousData,
  });
  const explained = ['issued', 'shared', 'useful'] as const;
  return (
    <Page
      title={t('title')}
      aside={
        <div className="w-full max-w-72">
          <Pick
            label={t('year')}
            value={String(year)}
            onChange={value => void navigate({ search: { year: Number(value) }, replace: true })}
            options={[...new Set([present, present - 1, present - 2, year])].map(value => ({
              value: String(value),
              label: t('yearOf', { year: String(value) }),
            }))}
          />
        </div>
      }
    >
      <p className="mb-3">{t('what')}</p>
      <dl className="mb-6 grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-[14rem_minmax(0,1fr)]">
        {explained.map(key => (
          <div key={key} className="contents">
            <dt className="font-bold">{t(key)}</dt>
            <dd>{t(`${key}What`)}</dd>
          </div>
        ))}
      </dl>
      <Answered query={query}>
        {indicators => (
          <div className="flex flex-col gap-6">
            {indicators.months ? <AllMonths months={indicators.months} /> : null}
            <ByCeptoar indicators={indicators} />
          </div>
        )}
      </Answered>
    </Page>
  );
}

function AllMonths({ months }: { months: NonNullable<Indicators['months']> }) {
  const t = useTexts(texts);
  const option = useMemo(
    () => ({
      animation: false,
      textStyle: chartText,
      color: [...chartColours],
      legend: { top: 0, textStyle: { fontSize: 14 } },
      grid: { left: 44, right: 8, top: 40, bottom: 28 },
      xAxis: { type: 'category', data: months.map(month => month.name) },
      yAxis: { type: 'value', minInterval: 1 },
      series: (['issued', 'shared', 'useful'] as const).map(key => ({ type: 'bar', name: t(key), data: months.map(month => month[key]) })),
    }),
    [months, t],
  );
  return (
    <section className="card">
      <h2 className="mb-3 text-xl">{t('all')}</h2>
      <Chart option={option} className="mb-4 h-72 w-full" />
      <FigureTable
        heads={[t('month'), t('issued'), t('shared'), t('useful')]}
        rows={months.map(month => ({ key: month.name, name: month.name, figures: [month.issued, month.shared, month.useful] }))}
        total={t('total')}
      />
    </section>
  );
}

function ByCeptoar({ indicators }: { indicators: Indicators }) {
  const t = useTexts(texts);
  const rows = indicators.ceptoars.map(({ groupId, name, months }) => ({
    groupId,
    name,
    shared: months.reduce((all, month) => all + month.shared, 0),
    useful: months.reduce((all, month) => all + month.useful, 0),
  }));
  const option = useMemo(
    () => ({
      animation: false,
      textStyle: chartText,
      color: [chartColours[1], chartColours[2]],
      legend: { top: 0, textStyle: { fontSize: 14 } },
      grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', inverse: true, data: rows.map(row => row.name), axisLabel: { width: 180, overflow: 'truncate' } },
      series: (['shared', 'useful'] as const).map(key => ({ type: 'bar', name: t(key), data: rows.map(row => row[key]) })),
    }),
    [rows, t],
  );
  return (
    <section className="card">
      <h2 className="text-xl">{t('byCeptoar')}</h2>
      <p className="mb-3 text-sm text-solid-gray-700">{t('byCeptoarWhat')}</p>
      {rows.length === 0 ? <p>{t('none')}</p> : null}
      {rows.length > 1 ? <Chart option={option} className="mb-4 hidden h-[36rem] w-full md:block" /> : null}
      <FigureTable
        heads={[t('ceptoar'), t('shared'), t('useful')]}
        rows={rows.map(row => ({ key: row.groupId, name: row.name, figures: [row.shared, row.useful] }))}
      />
    </section>
  );
}
