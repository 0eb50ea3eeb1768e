import { useState } from 'react';
import { taxonomy } from '@/api/taxonomy';
import { useCodes } from '@/app/codes';
import { useTexts } from '@/app/language';
import { Button } from '@/app/ui/Button';
import { useFieldError } from '@/app/ui/fieldErrors';
import { TextInput } from '@/app/ui/fields';
import { readIndicators } from './bulk';
import { type Form, isCveNumber, type ReferenceRow } from './form';
import { Together } from './parts';
import { texts } from './texts';

export function ReferenceFields({
  references,
  onChange,
}: {
  references: Form['references'];
  onChange: (references: Form['references']) => void;
}) {
  const t = useTexts(texts);
  const put = (n: number, part: Partial<ReferenceRow>) => onChange(references.map((row, i) => (i === n ? { ...row, ...part } : row)));
  return (
    <Together name="references" title={t('field.references')}>
      {references.map((row, n) => {
        const cve = isCveNumber(row.what);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else that stays the same while one types
          <div key={n} className="flex flex-col gap-3 border-s-4 border-solid-gray-300 ps-4">
            <TextInput
              name={cve ? `references[${n}].cve` : `references[${n}].url`}
              label={t('reference')}
              placeholder="https://… / CVE-2026-12345"
              value={row.what}
              onChange={what => put(n, { what })}
            />
            {cve ? (
              <div className="grid grid-cols-1 gap-3 sm:grid-cols-[minmax(0,1fr)_8rem]">
                <TextInput
                  name={`references[${n}].cvssVector`}
                  label={t('vector')}
                  placeholder="CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
                  value={row.vector}
                  onChange={vector => put(n, { vector })}
                />
                <TextInput
                  name={`references[${n}].cvssScore`}
                  label={t('score')}
                  inputMode="decimal"
                  value={row.score}
                  onChange={score => put(n, { score })}
                />
              </div>
            ) : null}
            <Button
              look="quiet"
              className="-ms-4 self-start"
              aria-label={t('removeReference', { n: n + 1 })}
              onPress={() => onChange(references.filter((_, i) => i !== n))}
            >
              {t('remove')}
            </Button>
          </div>
        );
      })}
      <Button look="secondary" className="self-start" onPress={() => onChange([...references, { what: '', vector: '', score: '' }])}>
        {t('addReference')}
      </Button>
    </Together>
  );
}

export function IndicatorFields({
  indicators,
  onChange,
}: {
  indicators: Form['indicators'];
  onChange: (indicators: Form['indicators']) => void;
}) {
  const t = useTexts(texts);
  const [pasted, setPasted] = useState('');
  const [said, setSaid] = useState('');
  const take = () => {
    const { indicators: found, rest } = readIndicators(pasted, Object.keys(taxonomy.indicatorTypes));
    const fresh = found.filter(one => !indicators.some(other => other.type === one.type && other.value === one.value));
    onChange([...indicators, ...fresh]);
    setPasted(rest.join('\n'));
    setSaid(t('taken', { count: fresh.length }) + (rest.length > 0 ? ` ${t('rest', { count: rest.length })}` : ''));
  };
  return (
    <Together name="indicators" title={t('field.indicators')}>
      <TextInput name="pasted" label={t('paste')} explanation={t('pasteWhat')} rows={4} value={pasted} onChange={setPasted} />
      <div className="flex flex-wrap items-center gap-4">
        <Button look="secondary" isDisabled={pasted.trim() === ''} onPress={take}>
          {t('take')}
        </Button>
        <p role="status">{said}</p>
      </div>
      {indicators.length > 0 ? (
        <>
          <p>{t('indicatorCount', { count: indicators.length })}</p>
          <ul className="flex max-h-96 flex-col gap-2 overflow-y-auto p-1">
            {indicators.map((indicator, n) => (
              <IndicatorRow
                key={`${indicator.type} ${indicator.value}`}
                n={n}
                indicator={indicator}
                onType={type => onChange(indicators.map((one, i) => (i === n ? { ...one, type } : one)))}
                onRemove={() => onChange(indicators.filter((_, i) => i !== n))}
              />
            ))}
          </ul>
        </>
      ) : null}
    </Together>
  );
}

function IndicatorRow({
  n,
  indicator,
  onType,
  onRemove,
}: {
  n: number;
  indicator: { type: string; value: string };
  onType: (type: string) => void;
  onRemove: () => void;
}) {
  const t = useTexts(texts);
  const name = useCodes();
  const ofType = useFieldError(`indicators[${n}].type`);
  const ofValue = useFieldError(`indicators[${n}].value`);
  const wrong = ofValue ?? ofType;
  return (
    <li className="flex flex-wrap items-center gap-x-3 border-b border-solid-gray-200 pb-2">
      <select
        aria-label={t('indicatorType', { n: n + 1 })}
        name={ofType ? `indicators[${n}].type` : `indicators[${n}].value`}
        aria-invalid={wrong !== undefined}
        value={indicator.type}
        onChange={event => onType(event.target.value)}
        className="min-h-11 w-44 rounded-lg border border-solid-gray-600 bg-white px-2"
      >
        {Object.keys(taxonomy.indicatorTypes).map(type => (
          <option key={type} value={type}>
            {name('indicatorTypes', type)}
          </option>
        ))}
      </select>
      <span className="min-w-0 flex-1 font-mono break-all">{indicator.value}</span>
      <Button look="quiet" aria-label={t('removeIndicator', { value: indicator.value })} onPress={onRemove}>
        {t('remove')}
      </Button>
      {wrong ? <p className="w-full text-red-900 before:content-['＊']">{wrong}</p> : null}
    </li>
  );
}
