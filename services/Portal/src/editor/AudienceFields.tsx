import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, api } from '@/api/client';
import { useLanguage, useTexts } from '@/app/language';
import { Button } from '@/app/ui/Button';
import { Check } from '@/app/ui/fields';
import { number } from '@/app/ui/time';
import { groupsQuery } from '@/groups/groups';
import { toggled } from './Fields';
import type { Form } from './form';
import { PeopleFields } from './PeopleFields';
import { Together } from './parts';
import { texts } from './texts';

/** To which groups, and of RED to which people. A new draft begins with the usual audience. */
export function AudienceFields({ form, change }: { form: Form; change: (part: Partial<Form>) => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { data: groups } = useQuery(groupsQuery);
  const usual = useQuery({
    queryKey: ['default-audience', form.sector],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/advisories/default-audience', { params: { query: form.sector ? { sector: form.sector } : {} }, signal })),
    retry: false,
  });
  const [chosen, setChosen] = useState(form.audience.length > 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the usual audience until the author chooses
  useEffect(() => {
    if (!chosen && usual.data) change({ audience: usual.data.groups.map(group => group.id) });
  }, [usual.data, chosen]);
  const choose = (audience: readonly string[]) => {
    setChosen(true);
    change({ audience });
  };
  const kinds = ['ceptoar', 'sector', 'other'] as const;
  const of = (kind: (typeof kinds)[number]) =>
    (groups ?? []).filter(group => (kind === 'other' ? group.kind !== 'ceptoar' && group.kind !== 'sector' : group.kind === kind));
  return (
    <>
      <Together name="audience" title={t('field.audience')} explanation={t('help.audience')} required>
        <div className="flex flex-wrap items-center gap-4">
          {usual.data ? (
            <Button
              look="secondary"
              isDisabled={usual.data.groups.length === 0}
              onPress={() => choose(usual.data.groups.map(group => group.id))}
            >
              {t('default')}
            </Button>
          ) : null}
          <p role="status" className="font-bold">
            {t('chosen', { count: form.audience.length })}
          </p>
        </div>
        {usual.data?.largeScale ? <p className="font-bold">{t('defaultLargeScale')}</p> : null}
        {usual.data?.groups.length === 0 ? <p>{t('defaultNone')}</p> : null}
        {kinds
          .filter(kind => of(kind).length > 0)
          .map(kind => (
            <details key={kind} open={kind === 'ceptoar' || of(kind).some(group => form.audience.includes(group.id))}>
              <summary className="min-h-11 cursor-pointer py-2 font-bold">{t(`groupKinds.${kind}`)}</summary>
              <div className="grid grid-cols-1 sm:grid-cols-2">
                {of(kind).map(group => (
                  <Check
                    key={group.id}
                    isSelected={form.audience.includes(group.id)}
                    onChange={on => choose(toggled(form.audience, group.id, on))}
                  >
                    {language === 'ja' ? group.name : group.nameEn || group.name}
                    <span className="block text-sm text-solid-gray-700">
                      {t('members', { count: group.members === null ? group.sizeBand : number(group.members, language) })}
                    </span>
                  </Check>
                ))}
              </div>
            </details>
          ))}
      </Together>
      {form.tlp === 'RED' ? <PeopleFields people={form.people} onChange={people => change({ people })} /> : null}
    </>
  );
}
