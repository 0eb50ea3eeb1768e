import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Mark } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Time } from '@/app/ui/Time';
import { texts } from './texts';

type Term = Schemas['ListTermsItem'];

const key = ['terms'];

/** What people taught the anonymisation, and who is in charge lets count: names that stay, words of the own organisation that go. */
export function TermsPage() {
  const t = useTexts(texts);
  const me = useMe();
  const queries = useQueryClient();
  const [said, setSaid] = useState('');
  const query = useQuery({ queryKey: key, queryFn: ({ signal }) => answer(api.GET('/api/terms', { signal })) });
  const decide = useWrite(
    ({ term, decision }: { term: Term; decision: 'accept' | 'refuse' }, keyed) =>
      answer(api.POST('/api/terms/{termId}/decision', { params: { path: { termId: term.id } }, body: { decision }, ...keyed })),
    {
      onDone: (_, { term, decision }) => {
        setSaid(decision === 'accept' ? t('doneAccept', { text: term.text }) : t('doneRefuse', { text: term.text }));
        return queries.invalidateQueries({ queryKey: key });
      },
    },
  );
  const row = (term: Term) => (
    <li key={term.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-solid-gray-200 py-3 last:border-none">
      <div className="min-w-0 flex-1">
        <p className="text-lg font-bold break-all">{term.text}</p>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-solid-gray-700">
          <Mark>{term.action === 'keep' ? t('keep') : t('remove')}</Mark>
          <span>
            {term.acceptedAt ? t('acceptedAt') : t('proposed')}: <Time at={term.acceptedAt ?? term.proposedAt} />
          </span>
        </p>
      </div>
      {term.acceptedAt ? null : (
        <Button
          look="secondary"
          aria-label={t('acceptOf', { text: term.text })}
          isPending={decide.isPending}
          onPress={() => decide.send({ term, decision: 'accept' })}
        >
          {t('accept')}
        </Button>
      )}
      <Button
        look="quiet"
        aria-label={t('refuseOf', { text: term.text })}
        isPending={decide.isPending}
        onPress={() => decide.send({ term, decision: 'refuse' })}
      >
        {term.acceptedAt ? t('withdraw') : t('refuse')}
      </Button>
    </li>
  );
  return (
    <Page title={t('title')}>
      {has(me, 'analyst') ? <p className="mb-4">{t('whatKeep')}</p> : null}
      {has(me, 'manager') ? <p className="mb-4">{t('whatRemove')}</p> : null}
      <p role="status" className="mb-4 font-bold">
        {said ? `✓ ${said}` : ''}
      </p>
      {decide.error ? <ProblemNotice problem={decide.error} /> : null}
      <Answered query={query}>
        {({ items }) => {
          const [waiting, accepted] = [items.filter(term => !term.acceptedAt), items.filter(term => term.acceptedAt)];
          return (
            <div className="flex flex-col gap-6">
              <section className="card">
                <h2 className="mb-2 text-xl">{t('waiting')}</h2>
                {waiting.length === 0 ? <p>{t('waitingNone')}</p> : <ul>{waiting.map(row)}</ul>}
              </section>
              <section className="card">
                <h2 className="mb-2 text-xl">{t('accepted')}</h2>
                {accepted.length === 0 ? <p>{t('acceptedNone')}</p> : <ul>{accepted.map(row)}</ul>}
              </section>
            </div>
          );
        }}
      </Answered>
    </Page>
  );
}
