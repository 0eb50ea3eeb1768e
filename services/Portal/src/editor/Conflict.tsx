import { useQuery } from '@tanstack/react-query';
import { useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { type Draft, draftQuery } from './draft';
import { type Form, formOf } from './form';
import { texts } from './texts';

/** Two wrote at once: what differs, and which of the two counts. */
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
  const t = useTexts(texts);
  const query = useQuery({ ...draftQuery(id), queryKey: ['draft', id, 'newest'], staleTime: 0 });
  return (
    <section role="alert" className="rounded-lg border-2 border-red-900 bg-white p-4">
      <h2 className="text-lg text-red-1000">{t('conflictTitle')}</h2>
      <p className="mb-3">{t('conflictWhat')}</p>
      <Answered query={query}>
        {theirs => {
          const other = formOf(theirs);
          const fields = (Object.keys(mine) as (keyof Form)[]).filter(key => JSON.stringify(mine[key]) !== JSON.stringify(other[key]));
          return (
            <>
              <h3 className="font-bold">{t('conflictOther')}</h3>
              <ul className="mb-4 list-disc ps-6">
                {fields.map(key => (
                  <li key={key} className="whitespace-pre-line">
                    {t(`field.${nameOf(key)}`)}: {typeof other[key] === 'string' ? other[key] || t('none') : '…'}
                  </li>
                ))}
              </ul>
              <div className="flex flex-wrap gap-3">
                <Button look="secondary" onPress={() => onTheirs(theirs)}>
                  {t('conflictTheirs')}
                </Button>
                <Button look="secondary" onPress={() => onMine(theirs)}>
                  {t('conflictMine')}
                </Button>
              </div>
            </>
          );
        }}
      </Answered>
    </section>
  );
}

function nameOf(key: keyof Form): keyof (typeof texts)['ja']['field'] {
  if (key === 'titleJa' || key === 'titleEn') return 'title';
  if (key === 'summaryJa' || key === 'summaryEn') return 'summary';
  return key;
}
