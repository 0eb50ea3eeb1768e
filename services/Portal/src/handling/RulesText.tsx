import type { Schemas } from '@/api/client';
import { useLanguage, useTexts } from '@/app/language';
import { Card } from '@/app/ui/Card';
import { Mark } from '@/app/ui/marks';
import { grainedTime } from '@/app/ui/time';
import { texts } from './texts';

/** One version of the rules, in its own words. */
export function RulesText({ rules, present }: { rules: Schemas['HandlingRulesVersion']; present: boolean }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const said = rules[language];
  return (
    <Card
      className="mb-4"
      title={
        <span className="flex flex-wrap items-center gap-3">
          {said.title}
          {present ? <Mark>{t('present')}</Mark> : null}
        </span>
      }
    >
      <p className="text-solid-gray-700">{t('since', { day: grainedTime(new Date(`${rules.since}T00:00:00+09:00`), 'day', language) })}</p>
      <h3 className="mt-4 mb-2 text-lg">{t('purposes')}</h3>
      <ul className="list-disc ps-6">
        {said.purposes.map(purpose => (
          <li key={purpose}>{purpose}</li>
        ))}
      </ul>
      <h3 className="mt-4 mb-2 text-lg">{t('rules')}</h3>
      <ol className="flex list-decimal flex-col gap-2 ps-6">
        {said.rules.map(rule => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
    </Card>
  );
}
