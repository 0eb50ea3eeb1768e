import { useLanguage, useTexts } from '@/app/language';
import { Checks } from '@/app/ui/Checks';
import { type Group, nameOf, sizeOf } from './audience';
import type { Report } from './form';
import { texts } from './texts';

const explained = {
  ceptoar: 'audienceOfCeptoar',
  sector: 'audienceOfSector',
  allCeptoars: 'audienceOfAll',
  financialCouncil: 'audienceOfFinance',
  council: 'audienceOfCouncil',
  ministries: 'audienceOfMinistries',
  centre: 'audienceOfCentre',
} as const;

/** Who is to be told: each choice says who that is and how many. */
export function AudiencePicker({
  report,
  onChange,
  groups,
}: {
  report: Report;
  onChange: (part: Partial<Report>) => void;
  groups: readonly Group[];
}) {
  const t = useTexts(texts);
  const language = useLanguage();
  return (
    <Checks
      name="audience"
      label={t('audience')}
      explanation={t('audienceHow')}
      isRequired
      value={report.audience ?? []}
      onChange={audience => onChange({ audience })}
      options={groups.map(group => ({
        value: group.id,
        label: (
          <>
            <strong>{nameOf(group, language)}</strong> <span>{t('audienceSize', { size: sizeOf(group, language) })}</span>
          </>
        ),
        explanation: t(explained[group.kind as keyof typeof explained] ?? 'audienceOfOther'),
      }))}
    />
  );
}
