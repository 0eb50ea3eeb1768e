import { useState } from 'react';
import { taxonomy } from '@/api/taxonomy';
import { useCodes } from '@/app/codes';
import { useTexts } from '@/app/language';
import { Button } from '@/app/ui/Button';
import { Checks } from '@/app/ui/Checks';
import { Choice, TextInput } from '@/app/ui/fields';
import { Pick } from '@/app/ui/Pick';
import { categoryOf, type FollowUp, followUps, indicatorOf, type Report, toggled } from './form';
import { Moment } from './Moment';
import { texts } from './texts';

/** Whose a weakness or a product is, nobody asks. */
const owned = (type: string) => type !== 'cve' && type !== 'product';

type Change = (part: Partial<Report>) => void;

/** What else is known, in the order in which it helps others in such a case. */
export function More({ report, onChange, isOpen }: { report: Report; onChange: Change; isOpen: boolean }) {
  const t = useTexts(texts);
  const name = useCodes();
  const category = categoryOf(report);
  const codes = (list: 'events' | 'causes') => Object.keys(taxonomy[list]).map(value => ({ value, label: name(list, value) }));
  // the box that was pressed last tells whether "unknown" goes or the others
  const press = (list: 'events' | 'causes') => (next: string[]) => {
    const now = report[list] ?? [];
    const pressed = next.find(code => !now.includes(code)) ?? now.find(code => !next.includes(code));
    if (pressed) onChange({ [list]: toggled(now, pressed) });
  };
  const fields: Record<FollowUp, React.ReactNode> = {
    detectedAt: (
      <Moment
        name="detectedAt"
        label={t('detectedAt')}
        explanation={t('detectedHow')}
        value={report.detectedAt}
        onChange={detectedAt => onChange({ detectedAt })}
      />
    ),
    occurredAt: (
      <Moment name="occurredAt" label={t('occurredAt')} value={report.occurredAt} onChange={occurredAt => onChange({ occurredAt })} />
    ),
    serviceImpact: <OneOf list="serviceImpacts" field="serviceImpact" label={t('serviceImpact')} report={report} onChange={onChange} />,
    severity: <OneOf list="severities" field="severity" label={t('severity')} how={t('severityHow')} report={report} onChange={onChange} />,
    causes: (
      <Checks name="causes" label={t('causes')} columns options={codes('causes')} value={report.causes ?? []} onChange={press('causes')} />
    ),
    indicators: <Indicators report={report} onChange={onChange} />,
    plainSummary: (
      <TextInput
        name="plainSummary"
        label={t('plainSummary')}
        explanation={t('plainSummaryHow')}
        rows={2}
        value={report.plainSummary ?? ''}
        onChange={plainSummary => onChange({ plainSummary })}
      />
    ),
  };
  return (
    <details className="card" open={isOpen}>
      <summary className="min-h-11 cursor-pointer content-center">
        <h2 className="inline text-xl">{t('more')}</h2>
      </summary>
      <p className="mb-6 text-solid-gray-700">{t('moreHow')}</p>
      <div className="flex flex-col gap-8">
        <Checks
          name="events"
          label={t('events')}
          columns
          options={codes('events')}
          value={report.events ?? []}
          onChange={press('events')}
        />
        {category ? (
          <aside aria-label={t('hints')} className="rounded-lg border-s-8 border-blue-900 bg-blue-50 p-4">
            <p className="font-bold">{t('hints')}</p>
            <p>{t(`hint.${category}`)}</p>
          </aside>
        ) : null}
        {followUps(report).map(field => (
          <div key={field}>{fields[field]}</div>
        ))}
        <Choice
          name="urgency"
          label={t('urgency')}
          value={report.urgency ?? 'normal'}
          onChange={urgency => onChange({ urgency })}
          options={[
            { value: 'normal', label: t('urgencyNormal') },
            { value: 'urgent', label: t('urgencyUrgent') },
          ]}
        />
      </div>
    </details>
  );
}

function OneOf({
  list,
  field,
  label,
  how,
  report,
  onChange,
}: {
  list: 'serviceImpacts' | 'severities';
  field: 'serviceImpact' | 'severity';
  label: string;
  how?: string;
  report: Report;
  onChange: Change;
}) {
  const name = useCodes();
  return (
    <Choice
      name={field}
      label={label}
      {...(how ? { explanation: how } : {})}
      value={report[field] ?? 'unknown'}
      onChange={value => onChange({ [field]: value === 'unknown' ? null : value })}
      options={Object.keys(taxonomy[list]).map(value => ({ value, label: name(list, value) }))}
    />
  );
}

function Indicators({ report, onChange }: { report: Report; onChange: Change }) {
  const t = useTexts(texts);
  const name = useCodes();
  const [pasted, setPasted] = useState('');
  const indicators = report.indicators ?? [];
  const add = () => {
    const lines = pasted
      .split(/[\n,]/)
      .filter(line => line.trim())
      .map(indicatorOf)
      .filter(found => !indicators.some(i => i.value === found.value));
    onChange({ indicators: [...indicators, ...lines.map(found => ({ ...found, role: owned(found.type) ? 'attacker' : 'unknown' }))] });
    setPasted('');
  };
  const change = (at: number, part: Partial<(typeof indicators)[number]>) =>
    onChange({ indicators: indicators.map((i, n) => (n === at ? { ...i, ...part } : i)) });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-bold">{t('indicators')}</legend>
      <p className="text-sm text-solid-gray-700">
        {t('indicatorsHow')} {t('indicatorRoleHow')}
      </p>
      <TextInput name="indicators" label={t('indicatorsPaste')} rows={3} value={pasted} onChange={setPasted} onBlur={add} />
      <Button look="secondary" className="self-start" isDisabled={!pasted.trim()} onPress={add}>
        {t('indicatorsAdd')}
      </Button>
      <ul className="flex flex-col gap-3">
        {indicators.map((indicator, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the hub names them by place, and so are they changed
            key={at}
            className="grid grid-cols-1 items-end gap-3 rounded-lg border border-solid-gray-420 p-3 sm:grid-cols-[minmax(0,2fr)_1fr_1fr_auto]"
          >
            <p className="self-center">
              <span className="block text-sm font-bold">{t('indicatorValue')}</span>
              <code>{indicator.value}</code>
            </p>
            <Pick
              label={t('indicatorType')}
              name={`indicators[${at}].type`}
              value={indicator.type ?? 'other'}
              onChange={type => change(at, { type })}
              options={Object.keys(taxonomy.indicatorTypes).map(value => ({ value, label: name('indicatorTypes', value) }))}
            />
            <Pick
              label={t('indicatorRole')}
              name={`indicators[${at}].role`}
              value={indicator.role ?? 'unknown'}
              onChange={role => change(at, { role })}
              options={Object.keys(taxonomy.indicatorRoles).map(value => ({ value, label: name('indicatorRoles', value) }))}
            />
            <Button
              look="quiet"
              aria-label={t('indicatorRemove', { value: indicator.value ?? '' })}
              onPress={() => onChange({ indicators: indicators.filter((_, n) => n !== at) })}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
