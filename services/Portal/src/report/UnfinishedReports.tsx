import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { texts as appTexts } from '@/app/texts';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Dialogue } from '@/app/ui/Dialogue';
import { LinkButton } from '@/app/ui/LinkButton';
import { DrillBand } from '@/app/ui/marks';
import { Time } from '@/app/ui/Time';
import { texts } from './texts';
import { draftsKey } from './useDraft';

/** What someone of the organisation began to write, on whatever device. */
export function UnfinishedReports({ except }: { except?: string }) {
  const t = useTexts(texts);
  const app = useTexts(appTexts);
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: draftsKey,
    queryFn: ({ signal }) => answer(api.GET('/api/report-drafts', { signal })),
    retry: false,
  });
  const [dropping, setDropping] = useState<string>();
  const drop = useWrite(
    (draftId: string, keyed) => answer(api.DELETE('/api/report-drafts/{draftId}', { params: { path: { draftId } }, ...keyed })),
    {
      onDone: () => {
        setDropping(undefined);
        return queries.invalidateQueries({ queryKey: draftsKey, exact: true });
      },
    },
  );
  const items = (data?.items ?? []).filter(draft => draft.id !== except);
  if (items.length === 0) return null;
  return (
    <Card title={t('drafts')} className="mb-6">
      <ul className="flex flex-col gap-3">
        {items.map(draft => (
          <li key={draft.id} className="flex flex-wrap items-center justify-between gap-2">
            {draft.drill ? <DrillBand /> : null}
            <span>
              {t('draftKept', { title: draft.title?.trim() || t('draftUntitled') })} <Time at={draft.keptAt} />
            </span>
            <span className="flex flex-wrap gap-2">
              <LinkButton
                look="secondary"
                to="/reports/new"
                search={{ draft: draft.id, ...(draft.followsUp ? { follows: draft.followsUp } : {}) }}
              >
                {t('draftsGo')}
              </LinkButton>
              <Button look="quiet" onPress={() => setDropping(draft.id)}>
                {t('draftDrop')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <Dialogue title={t('draftDrop')} isOpen={dropping !== undefined} onClose={() => setDropping(undefined)}>
        {drop.error ? <ProblemNotice problem={drop.error} /> : null}
        <p className="mb-4">{t('draftDropAsk')}</p>
        <div className="flex flex-wrap gap-3">
          <Button look="danger" isPending={drop.isPending} onPress={() => dropping && drop.send(dropping)}>
            {t('draftDrop')}
          </Button>
          <Button look="quiet" onPress={() => setDropping(undefined)}>
            {app('cancel')}
          </Button>
        </div>
      </Dialogue>
    </Card>
  );
}
