import { useCodes } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { Card } from '@/app/ui/Card';
import { grainedTime } from '@/app/ui/time';
import type { Rendition } from './spans';
import { texts } from './texts';

/** The flash as it goes out: codes and indicators, no text. */
export function FlashFacts({ rendition }: { rendition: Rendition }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const name = useCodes();
  const { flash, flashState } = rendition;
  if (flashState === 'none' || flashState === 'blocked') return null;
  const facts = [
    [t('flashFacts.kind'), name('kinds', flash.kind)],
    [t('flashFacts.events'), flash.events.map(code => name('events', code)).join('・')],
    [t('flashFacts.causes'), flash.causes.map(code => name('causes', code)).join('・')],
    [t('flashFacts.impact'), flash.serviceImpact && name('serviceImpacts', flash.serviceImpact)],
    [t('flashFacts.severity'), flash.severity && name('severities', flash.severity)],
    [t('flashFacts.sector'), flash.sector && name('sectors', flash.sector)],
    [t('flashFacts.region'), flash.region && name('regions', flash.region)],
    [t('flashFacts.size'), flash.size && name('organisationSizes', flash.size)],
    [t('flashFacts.time'), flash.detectedHour && grainedTime(new Date(flash.detectedHour), flash.detectedGrain ?? 'hour', language)],
    [t('flashFacts.indicators'), flash.indicators.map(i => i.value).join(language === 'ja' ? '、' : ', ')],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  return (
    <Card title={t('flash')}>
      <p className="mb-2 text-sm text-solid-gray-700">{flashState === 'held' ? t('flashWhat') : t('flashOut')}</p>
      <dl className="grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-[8rem_minmax(0,1fr)]">
        {facts.map(([title, value]) => (
          <div key={title} className="contents">
            <dt className="font-bold">{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
