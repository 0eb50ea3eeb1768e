import { useState } from 'react';
import { useCodes } from '@/app/codes';
import { useTexts } from '@/app/language';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { type Advisory, save } from './advisory';
import { csvOf, everyIndicator, stixOf } from './indicators';
import { texts } from './texts';

/** What to look for in one's own records, to be taken along in one press. */
export function Indicators({ advisory }: { advisory: Advisory }) {
  const t = useTexts(texts);
  const name = useCodes();
  const [said, setSaid] = useState('');
  const indicators = everyIndicator(advisory);
  if (indicators.length === 0) return null;
  const file = advisory.number ?? 'advisory';
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => setSaid(t('copied')),
      () => setSaid(t('notCopied')),
    );
  return (
    <Card title={t('indicators')}>
      <p className="mb-3">{t('indicatorsWhat', { count: indicators.length })}</p>
      <div className="not-printed mb-4 flex flex-wrap items-center gap-2">
        <Button look="secondary" onPress={() => copy(csvOf(advisory))}>
          {t('copyCsv')}
        </Button>
        <Button look="secondary" onPress={() => copy(stixOf(advisory))}>
          {t('copyStix')}
        </Button>
        <Button look="quiet" onPress={() => save(`${file}.csv`, 'text/csv;charset=utf-8', csvOf(advisory))}>
          {t('download', { form: 'CSV' })}
        </Button>
        <Button look="quiet" onPress={() => save(`${file}.stix.json`, 'application/json', stixOf(advisory))}>
          {t('download', { form: 'STIX 2.1' })}
        </Button>
        <span role="status">{said}</span>
      </div>
      <table className="w-full text-start">
        <thead>
          <tr className="border-b border-solid-gray-420">
            <th scope="col" className="py-1 pe-4 text-start">
              {t('type')}
            </th>
            <th scope="col" className="py-1 text-start">
              {t('value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ type, value }) => (
            <tr key={type + value} className="border-b border-solid-gray-200">
              <td className="py-1 pe-4 align-top">{name('indicatorTypes', type)}</td>
              <td className="py-1 font-mono break-all">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
