import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '@/api/problem';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { useSettled } from '@/app/settled';
import { Button } from '@/app/ui/Button';
import { Check } from '@/app/ui/fields';
import { SearchField } from '@/app/ui/SearchField';
import { type Found, foundPeopleQuery, peopleQuery } from './draft';
import { toggled } from './Fields';
import { Together } from './parts';
import { texts } from './texts';

const typing = 300;

/** Who alone may read what is RED: found by a part of their name or organisation. */
export function PeopleFields({ people, onChange }: { people: readonly string[]; onChange: (people: readonly string[]) => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const [q, setQ] = useState('');
  const named = useSettled(q.trim(), typing);
  const found = useQuery(foundPeopleQuery(named));
  const own = useQuery(peopleQuery);
  // whom one found and chose keeps its name while one looks for the next
  const [seen, setSeen] = useState<ReadonlyMap<string, Found>>(new Map());
  const shown: readonly Found[] = found.data?.items ?? [];
  const nameOf = (person: Found) => (language === 'en' && person.nameEn) || person.name;
  const said = (id: string) => {
    const person: Found | undefined = seen.get(id) ?? [...shown, ...(own.data?.items ?? [])].find(one => one.id === id);
    return person ? [nameOf(person), person.organisationName].filter(Boolean).join('・') : t('peopleUnknown', { id });
  };
  const choose = (person: Found, on: boolean) => {
    setSeen(new Map(seen).set(person.id, person));
    onChange(toggled(people, person.id, on));
  };
  return (
    <Together name="people" title={t('field.people')} explanation={t('help.people')} required>
      <SearchField label={t('peopleFind')} explanation={t('peopleFindWhat')} value={q} onChange={setQ} className="max-w-xl" />
      {found.error instanceof Problem ? <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} /> : null}
      <p role="status">{found.data && shown.length === 0 ? t('peopleNone') : ''}</p>
      <div className="grid max-h-80 grid-cols-1 overflow-y-auto p-1 sm:grid-cols-2">
        {shown.map(person => (
          <Check key={person.id} isSelected={people.includes(person.id)} onChange={on => choose(person, on)}>
            {nameOf(person)}
            {person.organisationName ? <span className="block text-sm text-solid-gray-700">{person.organisationName}</span> : null}
          </Check>
        ))}
      </div>
      {people.length > 0 ? (
        <>
          <h3 className="font-bold">{t('peopleChosen')}</h3>
          <ul>
            {people.map(id => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 border-b border-solid-gray-200">
                <span className="min-w-0">{said(id)}</span>
                <Button
                  look="quiet"
                  aria-label={t('peopleRemove', { name: said(id) })}
                  onPress={() => onChange(toggled(people, id, false))}
                >
                  {t('remove')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Together>
  );
}
