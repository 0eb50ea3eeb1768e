import { useQuery } from '@tanstack/react-query';
import { useCodes } from '@/app/codes';
import { useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { TwoWrote } from '@/app/ui/TwoWrote';
import { groupsQuery } from '@/groups/groups';
import { useTemplateName } from './DraftsPage';
import { type Draft, draftQuery } from './draft';
import { type Form, formOf } from './form';
import { texts } from './texts';

/** Two wrote at once: the newest that the hub has beside what stands on this page. */
export function Conflict({
  id,
  mine,
  onTheirs,
  onMine,
}: {
  id: string;
  mine: Form;
  onTheirs: (theirs: Draft) => void;
  onMine: (theirs: Draft) => void;
}) {
  const fieldName = useFieldName();
  const said = useSaid();
  const query = useQuery({ ...draftQuery(id), queryKey: ['draft', id, 'newest'], staleTime: 0, gcTime: 0 });
  return (
    <Answered query={query}>
      {theirs => {
        const other = formOf(theirs);
        const fields = (Object.keys(mine) as (keyof Form)[]).filter(key => JSON.stringify(mine[key]) !== JSON.stringify(other[key]));
        return (
          <TwoWrote
            differences={fields.map(key => ({ field: fieldName(key), theirs: said(key, other), mine: said(key, mine) }))}
            onTheirs={() => onTheirs(theirs)}
            onMine={() => onMine(theirs)}
          />
        );
      }}
    </Answered>
  );
}

function useFieldName(): (key: keyof Form) => string {
  const t = useTexts(texts);
  return key => {
    const [, field, language] = /^(title|summary)(Ja|En)$/.exec(key) ?? [];
    return field
      ? `${t(field === 'title' ? 'field.title' : 'field.summary')}（${language === 'Ja' ? t('ja') : t('en')}）`
      : t(`field.${key as Exclude<keyof Form, 'titleJa' | 'titleEn' | 'summaryJa' | 'summaryEn'>}`);
  };
}

/** What stands in a field, in the words in which the page shows it. */
function useSaid(): (key: keyof Form, form: Form) => string {
  const name = useCodes();
  const template = useTemplateName();
  const groups = useQuery(groupsQuery).data ?? [];
  return (key, form) => {
    switch (key) {
      case 'template':
        return form.template && template(form.template);
      case 'severity':
        return form.severity && name('severities', form.severity);
      case 'urgency':
        return form.urgency && name('urgencies', form.urgency);
      case 'purpose':
        return form.purpose && name('purposes', form.purpose);
      case 'sector':
        return form.sector && name('sectors', form.sector);
      case 'origin':
        return form.origin && name('origins', form.origin);
      case 'tlp':
        return form.tlp && `TLP:${form.tlp}`;
      case 'handling':
        return form.handling.map(code => name('handlingRestrictions', code)).join('\n');
      case 'audience':
        return form.audience.map(id => groups.find(group => group.id === id)?.name ?? id).join('\n');
      case 'people':
        return form.people.join('\n');
      case 'references':
        return form.references.map(r => [r.what, r.score, r.vector].filter(Boolean).join(' ')).join('\n');
      case 'indicators':
        return form.indicators.map(i => `${name('indicatorTypes', i.type)}: ${i.value}`).join('\n');
      case 'due':
      case 'embargoUntil':
      case 'expiresAt':
        return form[key].replace('T', ' ');
      default:
        return form[key];
    }
  };
}
