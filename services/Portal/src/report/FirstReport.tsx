import { useTexts } from '@/app/language';
import { texts as appTexts } from '@/app/texts';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Choice, TextInput } from '@/app/ui/fields';
import { Tlp } from '@/app/ui/Tlp';
import { AudiencePicker } from './AudiencePicker';
import type { Group } from './audience';
import { categories, type Report } from './form';
import { texts } from './texts';

const levels = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;

/** The five entries that a first report needs. */
export function FirstReport({
  report,
  onChange,
  groups,
}: {
  report: Report;
  onChange: (part: Partial<Report>) => void;
  groups: readonly Group[];
}) {
  const t = useTexts(texts);
  const app = useTexts(appTexts);
  const outline = (text: string) => onChange({ body: report.body?.trim() ? `${report.body.trimEnd()}\n\n${text}` : text });
  return (
    <Card title={t('first')}>
      <div className="flex flex-col gap-8">
        <Choice
          name="kind"
          label={t('kind')}
          isRequired
          value={report.kind ?? ''}
          onChange={kind => onChange({ kind })}
          options={[
            { value: 'incident', label: t('kindIncident') },
            { value: 'sign', label: t('kindSign') },
          ]}
        />
        <TextInput
          name="title"
          label={t('what')}
          explanation={t('whatHow')}
          isRequired
          maxLength={200}
          value={report.title ?? ''}
          onChange={title => onChange({ title })}
        />
        <div className="flex flex-col gap-2">
          <TextInput
            name="body"
            label={t('body')}
            explanation={t('bodyHow')}
            isRequired
            rows={9}
            value={report.body ?? ''}
            onChange={body => onChange({ body })}
          />
          <details>
            <summary className="link min-h-11 cursor-pointer py-2">{t('template')}</summary>
            <div className="flex flex-wrap gap-2">
              {categories.map(category => (
                <Button key={category} look="secondary" onPress={() => outline(t(`templateText.${category}`))}>
                  {t(`templates.${category}`)}
                </Button>
              ))}
            </div>
          </details>
        </div>
        <Choice
          name="requestedTlp"
          label={t('level')}
          explanation={t('levelHow')}
          isRequired
          value={report.requestedTlp ?? ''}
          onChange={requestedTlp => onChange({ requestedTlp: requestedTlp as (typeof levels)[number] })}
          options={levels.map(value => ({ value, label: <Tlp level={value} />, explanation: app(`tlp.${value}`) }))}
        />
        <AudiencePicker report={report} onChange={onChange} groups={groups} />
      </div>
    </Card>
  );
}
