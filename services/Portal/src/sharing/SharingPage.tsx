import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useLanguage, useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Chart, chartColours, chartText } from '@/app/ui/Chart';
import { Page } from '@/app/ui/Page';
import { Pick } from '@/app/ui/Pick';
import { number } from '@/app/ui/time';
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
  const language = useLanguage();
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
  const sum = (key: 'issued' | 'shared' | 'useful') => months.reduce((all, month) => all + month[key], 0);
  return (
    <section className="card">
      <h2 className="mb-3 text-xl">{t('all')}</h2>
      <Chart option={option} className="mb-4 h-72 w-full" />
      <table className="w-full max-w-2xl">
        <thead>
          <tr className="border-b border-solid-gray-420">
            <th scope="col" className="py-1 text-start">
              {t('month')}
            </th>
            {(['issued', 'shared', 'useful'] as const).map(key => (
              <th scope="col" key={key} className="py-1 text-end">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(month => (
            <tr key={month.name} className="border-b border-solid-gray-200">
              <th scope="row" className="py-1 text-start font-normal tabular-nums">
                {month.name}
              </th>
              {(['issued', 'shared', 'useful'] as const).map(key => (
                <td key={key} className="py-1 text-end tabular-nums">
                  {number(month[key], language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-bold">
            <th scope="row" className="py-1 text-start">
              {t('total')}
            </th>
            {(['issued', 'shared', 'useful'] as const).map(key => (
              <td key={key} className="py-1 text-end tabular-nums">
                {number(sum(key), language)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function ByCeptoar({ indicators }: { indicators: Indicators }) {
  const t = useTexts(texts);
  const language = useLanguage();
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
      <table className="w-full max-w-2xl">
        <thead>
          <tr className="border-b border-solid-gray-420">
            <th scope="col" className="py-1 text-start">
              {t('ceptoar')}
            </th>
            <th scope="col" className="py-1 text-end">
              {t('shared')}
            </th>
            <th scope="col" className="py-1 text-end">
              {t('useful')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.groupId} className="border-b border-solid-gray-200">
              <th scope="row" className="py-1 text-start font-normal">
                {row.name}
              </th>
              <td className="py-1 text-end tabular-nums">{number(row.shared, language)}</td>
              <td className="py-1 text-end tabular-nums">{number(row.useful, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
