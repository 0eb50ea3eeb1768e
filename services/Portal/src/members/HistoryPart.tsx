import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Card } from '@/app/ui/Card';
import { Time } from '@/app/ui/Time';
import type { Organisation } from './members';
import { texts } from './texts';

const known = Object.keys(texts.ja.history.fields) as (keyof (typeof texts)['ja']['history']['fields'])[];

/** What was changed when, the newest first. */
export function HistoryPart({ organisation }: { organisation: Organisation }) {
  const t = useTexts(texts);
  const { id } = organisation;
  const query = useQuery({
    queryKey: ['organisation', id, 'history'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/organisations/{id}/history', { params: { path: { id }, query: { limit: 100 } }, signal })),
  });
  return (
    <Card title={t('parts.history')}>
      <Answered query={query}>
        {({ items }) => (
          <>
            {items.length === 0 ? <p>{t('history.none')}</p> : null}
            <ul>
              {items.map(item => {
                const field = known.find(f => f === item.field);
                return (
                  <li key={item.at + item.field} className="border-t border-solid-gray-300 py-2">
                    <strong>{field ? t(`history.fields.${field}`) : item.field}</strong>{' '}
                    <span className="text-sm text-solid-gray-700">
                      <Time at={item.at} />
                    </span>
                    {item.from || item.to ? (
                      <span className="block">
                        {item.from ?? ''} → {item.to ?? ''}
                      </span>
                    ) : null}
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </Answered>
    </Card>
  );
}
