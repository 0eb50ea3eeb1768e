import { useLanguage, useTexts } from '@/app/language';
import { number } from '@/app/ui/time';
import type { Figures } from './drills';
import { confirmedShare, rate } from './figures';
import { useStageName } from './parts';
import { reportTexts } from './reportTexts';

/** What one asks a report first: how many confirmed, at each stage. */
export function Head({ figures }: { figures: Figures }) {
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const stage = useStageName();
  const said = (count: number) => number(count, language);
  return (
    <dl className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <Figure
        name={t('rate')}
        value={rate(confirmedShare(figures))}
        what={t('rateOf', { all: said(figures.participants), confirmed: said(figures.confirmed) })}
        first
      />
      {figures.stages.map(row => (
        <Figure
          key={row.hop}
          name={`${stage(row.hop)} ${t('rate')}`}
          value={rate(row.rate)}
          what={t('rateOf', { all: said(row.recipients), confirmed: said(row.confirmed) })}
        />
      ))}
      <Figure name={t('cannotAct')} value={said(figures.cannotAct)} what={t('count', { count: figures.cannotAct })} />
      <Figure name={t('answered')} value={said(figures.answered)} what={t('count', { count: figures.answered })} />
    </dl>
  );
}

function Figure({ name, value, what, first = false }: { name: string; value: string; what: string; first?: boolean }) {
  return (
    <div className={`card break-inside-avoid print:border ${first ? 'border-s-8 border-s-blue-900' : ''}`}>
      <dt className="font-bold">{name}</dt>
      <dd>
        <span className="block text-3xl font-bold tabular-nums">{value}</span>
        <span className="text-sm text-solid-gray-700">{what}</span>
      </dd>
    </div>
  );
}
