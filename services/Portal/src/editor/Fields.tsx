import { useQuery } from '@tanstack/react-query';
import { taxonomy } from '@/api/taxonomy';
import { useCodes } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { texts as appTexts } from '@/app/texts';
import { Check, Choice, TextInput } from '@/app/ui/fields';
import { Pick } from '@/app/ui/Pick';
import { Tlp } from '@/app/ui/Tlp';
import { AudienceFields } from './AudienceFields';
import { templatesQuery } from './draft';
import { IndicatorFields, ReferenceFields } from './Evidence';
import type { Form } from './form';
import { Moment, Part, Together } from './parts';
import { texts } from './texts';

const levels = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;

export interface FieldsProps {
  form: Form;
  change: (part: Partial<Form>) => void;
  /** The label of the version that stands: a correction is never less strict, nor for others than the version was. */
  standing: string | undefined;
}

/** All that an author says, in the order in which one thinks of it: what, what to do, how grave, by which evidence, to whom. */
export function Fields({ form, change, standing }: FieldsProps) {
  const t = useTexts(texts);
  const app = useTexts(appTexts);
  const name = useCodes();
  const language = useLanguage();
  const { data: templates } = useQuery(templatesQuery);
  const requires = templates?.items.find(template => template.code === form.template)?.requires ?? [];
  const needs = (field: string) => requires.includes(field);
  const marked = (field: 'severity' | 'urgency' | 'purpose') => `${t(`field.${field}`)}${needs(field) ? ` ※${app('required')}` : ''}`;
  const codes = (list: 'severities' | 'urgencies' | 'purposes' | 'sectors' | 'origins', none?: string) => [
    ...(none === undefined ? [] : [{ value: '', label: none }]),
    ...Object.keys(taxonomy[list])
      .filter(value => value !== 'unknown')
      .map(value => ({ value, label: name(list, value) })),
  ];
  const correcting = standing !== undefined;
  return (
    <>
      <Part title={t('parts.what')}>
        {correcting ? (
          <p>{t('help.correctionLocked')}</p>
        ) : (
          <>
            <Pick
              label={`${t('field.template')} ※${app('required')}`}
              name="template"
              value={form.template}
              onChange={template => change({ template })}
              options={[
                { value: '', label: t('choose') },
                ...(templates?.items ?? []).map(item => ({ value: item.code, label: language === 'ja' ? item.name : item.nameEn })),
              ]}
            />
            <p className="-mt-4 text-sm text-solid-gray-700">{t('help.template')}</p>
          </>
        )}
        <Together name="title" title={t('field.title')} explanation={t('help.title')} required>
          <TextInput name="title.ja" label={t('ja')} value={form.titleJa} onChange={titleJa => change({ titleJa })} />
          <TextInput name="title.en" label={t('en')} value={form.titleEn} onChange={titleEn => change({ titleEn })} />
        </Together>
        <Together name="summary" title={t('field.summary')} explanation={t('help.summary')} required={needs('summary')}>
          <TextInput name="summary.ja" label={t('ja')} rows={3} value={form.summaryJa} onChange={summaryJa => change({ summaryJa })} />
          <TextInput name="summary.en" label={t('en')} rows={3} value={form.summaryEn} onChange={summaryEn => change({ summaryEn })} />
        </Together>
        <TextInput
          name="body"
          label={t('field.body')}
          explanation={t('help.body')}
          rows={10}
          isRequired={needs('body')}
          value={form.body}
          onChange={body => change({ body })}
        />
        {needs('lessons') || form.lessons !== '' ? (
          <TextInput
            name="lessons"
            label={t('field.lessons')}
            explanation={t('help.lessons')}
            rows={4}
            isRequired={needs('lessons')}
            value={form.lessons}
            onChange={lessons => change({ lessons })}
          />
        ) : null}
        <TextInput
          name="addressee"
          label={t('field.addressee')}
          explanation={t('help.addressee')}
          value={form.addressee}
          onChange={addressee => change({ addressee })}
        />
      </Part>
      <Part title={t('parts.do')}>
        <TextInput
          name="requiredAction"
          label={t('field.requiredAction')}
          explanation={t('help.requiredAction')}
          rows={4}
          isRequired={needs('requiredAction')}
          value={form.requiredAction}
          onChange={requiredAction => change({ requiredAction })}
        />
        <Moment
          name="due"
          label={t('field.due')}
          explanation={t('help.due')}
          required={needs('due')}
          value={form.due}
          onChange={due => change({ due })}
        />
      </Part>
      <Part title={t('parts.weight')}>
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <Pick
            label={marked('severity')}
            name="severity"
            value={form.severity}
            onChange={severity => change({ severity })}
            options={codes('severities', t('any'))}
          />
          <Pick
            label={marked('urgency')}
            name="urgency"
            value={form.urgency}
            onChange={urgency => change({ urgency })}
            options={codes('urgencies', form.urgency === '' ? t('choose') : undefined)}
          />
          <Pick
            label={marked('purpose')}
            name="purpose"
            value={form.purpose}
            onChange={purpose => change({ purpose })}
            options={codes('purposes', t('any'))}
          />
          <Pick
            label={t('field.sector')}
            name="sector"
            value={form.sector}
            onChange={sector => change({ sector })}
            options={codes('sectors', t('any'))}
          />
          <Pick
            label={t('field.origin')}
            name="origin"
            value={form.origin}
            onChange={origin => change({ origin })}
            options={codes('origins', t('any'))}
          />
        </div>
        <Together name="handling" title={t('field.handling')}>
          <div className="grid grid-cols-1 sm:grid-cols-2">
            {Object.keys(taxonomy.handlingRestrictions).map(code => (
              <Check
                key={code}
                isSelected={form.handling.includes(code)}
                onChange={on => change({ handling: toggled(form.handling, code, on) })}
              >
                {name('handlingRestrictions', code)}
              </Check>
            ))}
          </div>
        </Together>
      </Part>
      <Part title={t('parts.evidence')}>
        <ReferenceFields references={form.references} onChange={references => change({ references })} />
        <IndicatorFields indicators={form.indicators} onChange={indicators => change({ indicators })} />
      </Part>
      <Part title={t('parts.who')}>
        <Choice
          name="tlp"
          label={t('field.tlp')}
          isRequired
          value={form.tlp}
          onChange={tlp => change({ tlp })}
          options={levels
            .filter(
              level =>
                !correcting || (levels.indexOf(level) >= levels.indexOf(standing as 'RED') && (level !== 'RED' || standing === 'RED')),
            )
            .map(level => ({ value: level, label: <Tlp level={level} />, explanation: app(`tlp.${level}`) }))}
        />
        {correcting ? null : <AudienceFields form={form} change={change} />}
        <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
          {correcting ? null : (
            <Moment
              name="embargoUntil"
              label={t('field.embargoUntil')}
              explanation={t('help.embargoUntil')}
              value={form.embargoUntil}
              onChange={embargoUntil => change({ embargoUntil })}
            />
          )}
          <Moment
            name="expiresAt"
            label={t('field.expiresAt')}
            explanation={t('help.expiresAt')}
            value={form.expiresAt}
            onChange={expiresAt => change({ expiresAt })}
          />
        </div>
      </Part>
    </>
  );
}

export function toggled<T>(list: readonly T[], value: T, on: boolean): readonly T[] {
  return on ? [...list.filter(other => other !== value), value] : list.filter(other => other !== value);
}
