import { taxonomy } from '@/api/taxonomy';
import { useCodes } from '@/app/codes';
import { useTexts } from '@/app/language';
import { TextInput } from '@/app/ui/fields';
import { Pick } from '@/app/ui/Pick';
import { Together } from '@/editor/parts';
import { longestShortText, type TextForm, type textFields } from './text';
import { texts } from './texts';

/** The mock advisory of a drill. In a CEPTOAR's own, what is left blank is the campaign's. */
export function TextFields({ form, own, onChange }: { form: TextForm; own: boolean; onChange: (part: Partial<TextForm>) => void }) {
  const t = useTexts(texts);
  const code = useCodes();
  const none = { value: '', label: own ? t('text.ofCampaign') : t('text.choose') };
  const codes = (list: 'severities' | 'urgencies') => [
    none,
    ...Object.keys(taxonomy[list])
      .filter(value => value !== 'unknown')
      .map(value => ({ value, label: code(list, value) })),
  ];
  return (
    <>
      {own ? <p className="text-sm text-solid-gray-700">{t('text.blank')}</p> : null}
      <Together name="text.title" title={t('text.title')}>
        <TextInput name="text.title.ja" label={t('text.titleJa')} value={form.titleJa} onChange={titleJa => onChange({ titleJa })} />
        <TextInput name="text.title.en" label={t('text.titleEn')} value={form.titleEn} onChange={titleEn => onChange({ titleEn })} />
      </Together>
      <Together name="text.summary" title={t('text.summary')}>
        <TextInput
          name="text.summary.ja"
          label={t('text.summaryJa')}
          rows={3}
          value={form.summaryJa}
          onChange={summaryJa => onChange({ summaryJa })}
        />
        <TextInput
          name="text.summary.en"
          label={t('text.summaryEn')}
          rows={3}
          value={form.summaryEn}
          onChange={summaryEn => onChange({ summaryEn })}
        />
      </Together>
      <TextInput
        name="text.body"
        label={t('text.body')}
        explanation={t('text.bodyWhat')}
        rows={8}
        value={form.body}
        onChange={body => onChange({ body })}
      />
      <TextInput
        name="text.requiredAction"
        label={t('text.requiredAction')}
        rows={3}
        value={form.requiredAction}
        onChange={requiredAction => onChange({ requiredAction })}
      />
      <TextInput
        name="text.shortText"
        label={t('text.shortText')}
        explanation={t('text.shortTextWhat')}
        maxLength={longestShortText}
        value={form.shortText}
        onChange={shortText => onChange({ shortText })}
      />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <Pick
          name="text.severity"
          label={t('text.severity')}
          value={form.severity}
          onChange={severity => onChange({ severity })}
          options={codes('severities')}
        />
        <Pick
          name="text.urgency"
          label={t('text.urgency')}
          value={form.urgency}
          onChange={urgency => onChange({ urgency })}
          options={codes('urgencies')}
        />
      </div>
    </>
  );
}

/** Names an entry of a drill's text, and says what stands in it. */
export function useTextEntry(): {
  name: (field: (typeof textFields)[number]) => string;
  said: (form: TextForm, field: keyof TextForm) => string;
} {
  const t = useTexts(texts);
  const code = useCodes();
  return {
    name: field => t(`text.${field}`),
    said: (form, field) => {
      const value = form[field];
      if (value === '') return '';
      return field === 'severity' ? code('severities', value) : field === 'urgency' ? code('urgencies', value) : value;
    },
  };
}
