import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { useLanguage, useTexts } from '@/app/language';
import { Card } from '@/app/ui/Card';
import { Chart, chartColours, chartText } from '@/app/ui/Chart';
import { Table } from '@/app/ui/Table';
import { number } from '@/app/ui/time';
import { rate, years } from './figures';
import { reportTexts } from './reportTexts';

export interface YearRow {
  year: number;
  participants: number;
  confirmed: number;
  /** 0 to 1; null where nobody was to be reached. */
  share: number | null;
}

/** Years side by side: the confirmation rate as bars, and as the table that says the same. */
export function Years({ present, earlier }: { present: YearRow; earlier: readonly YearRow[] }) {
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const rows = years(present, earlier);
  const option = useMemo<EChartsCoreOption>(
    () => ({
      animation: false,
      textStyle: chartText,
      grid: { left: 56, right: 16, top: 16, bottom: 28 },
      xAxis: { type: 'category', data: rows.map(row => String(row.year)) },
      yAxis: { type: 'value', name: t('rate'), min: 0, max: 100 },
      series: [
        {
          type: 'bar',
          color: chartColours[0],
          barMaxWidth: 64,
          label: { show: true, position: 'inside', formatter: '{c} %' },
          data: rows.map(row => (row.share === null ? null : Math.round(row.share * 1000) / 10)),
        },
      ],
    }),
    [rows, t],
  );
  return (
    <Card title={t('years')}>
      {earlier.length === 0 ? <p>{t('yearsNone')}</p> : <Chart option={option} className="mb-4 h-56 w-full" />}
      <Table
        caption={t('years')}
        rows={rows}
        keyOf={row => rows.indexOf(row)}
        columns={[
          { head: t('year'), cell: row => `${row.year}${row === present ? ` ${t('present')}` : ''}` },
          { head: t('recipients'), cell: row => number(row.participants, language) },
          { head: t('confirmed'), cell: row => number(row.confirmed, language) },
          { head: t('rate'), cell: row => rate(row.share) },
        ]}
      />
    </Card>
  );
}
