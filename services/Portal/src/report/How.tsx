import { taxonomy } from '@/api/taxonomy';
import { useCodes } from '@/app/codes';
import { useTexts } from '@/app/language';
import { Checks } from '@/app/ui/Checks';
import { Choice } from '@/app/ui/fields';
import type { Reporter } from './audience';
import type { Report } from './form';
import { texts } from './texts';

/** When it goes out, who may see the source, and whether it may be handed on. */
export function How({ report, onChange, reporter }: { report: Report; onChange: (part: Partial<Report>) => void; reporter: Reporter }) {
  const t = useTexts(texts);
  const name = useCodes();
  return (
    <details className="card">
      <summary className="min-h-11 cursor-pointer content-center">
        <h2 className="inline text-xl">{t('how')}</h2>
      </summary>
      <div className="mt-4 flex flex-col gap-8">
        <Choice
          name="releaseMode"
          label={t('releaseMode')}
          value={report.releaseMode ?? 'review'}
          onChange={releaseMode => onChange({ releaseMode })}
          options={[
            { value: 'review', label: t('releaseReview'), explanation: t('releaseReviewHow') },
            { value: 'auto', label: t('releaseAuto'), explanation: t('releaseAutoHow') },
          ]}
        />
        <Choice
          name="sourceVisibility"
          label={t('source')}
          value={report.sourceVisibility ?? 'hidden'}
          onChange={sourceVisibility => onChange({ sourceVisibility })}
          options={[
            { value: 'hidden', label: t('sourceHidden'), explanation: t('sourceHiddenHow') },
            {
              value: 'ceptoar',
              label: t('sourceCeptoar'),
              explanation: reporter.secretariatIsMinistry ? t('sourceCeptoarMinistryHow') : t('sourceCeptoarHow'),
            },
            { value: 'ministry', label: t('sourceMinistry'), explanation: t('sourceMinistryHow') },
            { value: 'centre', label: t('sourceCentre'), explanation: t('sourceCentreHow') },
          ]}
        />
        <Checks
          name="onwardConsent"
          label={t('onward')}
          explanation={t('onwardHow')}
          columns
          value={report.onwardConsent ?? []}
          onChange={onwardConsent => onChange({ onwardConsent })}
          options={Object.keys(taxonomy.onwardPartners).map(value => ({ value, label: name('onwardPartners', value) }))}
        />
      </div>
    </details>
  );
}
