import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Advisory, answersQuery, questionsQuery } from '@/advisory/advisory';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Time } from '@/app/ui/Time';
import { texts } from './texts';

/** What came back: who is affected, and what was asked. */
export function Replies({ advisory }: { advisory: Advisory }) {
  return (
    <>
      {advisory.state === 'recalled' ? null : <Answers id={advisory.id} />}
      <Questions advisory={advisory} />
    </>
  );
}

function Answers({ id }: { id: string }) {
  const t = useTexts(texts);
  const query = useQuery(answersQuery(id));
  const told = (count: number | null) => count ?? t('few');
  const kinds = ['yes', 'no', 'investigating'] as const;
  return (
    <Card title={t('answers')}>
      <p className="mb-2 text-sm text-solid-gray-700">{t('answersWhat')}</p>
      <Answered query={query}>
        {({ counts, items }) => (
          <>
            <dl className="mb-3 grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-5">
              {kinds.map(kind => (
                <div key={kind}>
                  <dt className="font-bold">{t(`affected.${kind}`)}</dt>
                  <dd className="text-2xl font-bold">{told(counts[kind])}</dd>
                </div>
              ))}
              <div>
                <dt className="font-bold">{t('useful')}</dt>
                <dd className="text-2xl font-bold">{told(counts.useful)}</dd>
              </div>
              <div>
                <dt className="font-bold">{t('notUseful')}</dt>
                <dd className="text-2xl font-bold">{told(counts.notUseful)}</dd>
              </div>
            </dl>
            <ul>
              {(items ?? []).map(item => (
                <li key={item.answeredAt + item.organisationId} className="border-t border-solid-gray-300 py-2">
                  <p>
                    {item.name ? <strong>{item.name} </strong> : null}
                    {t(`affected.${kinds.find(k => k === item.affected) ?? 'investigating'}`)}{' '}
                    <span className="text-sm text-solid-gray-700">
                      <Time at={item.answeredAt} />
                    </span>
                  </p>
                  {item.comment ? <p className="whitespace-pre-line">{item.comment}</p> : null}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Card>
  );
}

function Questions({ advisory }: { advisory: Advisory }) {
  const t = useTexts(texts);
  const me = useMe();
  const query = useQuery(questionsQuery(advisory.id));
  const mayReply = advisory.reports === 0 && advisory.issuer === me.organisation.name;
  return (
    <Card title={t('questions')}>
      <Answered query={query}>
        {({ counts, items }) =>
          items.length === 0 ? (
            <p>{counts.asked === 0 ? t('questionsNone') : t('questionsWhat', { count: counts.asked ?? t('few') })}</p>
          ) : (
            <ul className="flex flex-col gap-4">
              {items.map(thread => (
                <li key={thread.id} className="border-s-4 border-blue-300 ps-4">
                  <p className="text-sm text-solid-gray-700">
                    {thread.name ?? t('saidBy.asker')} <Time at={thread.askedAt} />
                  </p>
                  <p className="whitespace-pre-line">{thread.text}</p>
                  {thread.replies.map(reply => (
                    <div key={reply.at + reply.text} className="ms-4 mt-2">
                      <p className="text-sm text-solid-gray-700">
                        {t(`saidBy.${(['source', 'author'] as const).find(s => s === reply.saidBy) ?? 'asker'}`)} <Time at={reply.at} />
                      </p>
                      <p className="whitespace-pre-line">{reply.text}</p>
                    </div>
                  ))}
                  {thread.replies.length === 0 ? <p className="ms-4 mt-2 font-bold text-orange-1000">{t('unanswered')}</p> : null}
                  {mayReply ? <Reply id={advisory.id} thread={thread} /> : null}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  );
}

function Reply({ id, thread }: { id: string; thread: Schemas['ListQuestionsThread'] }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const reply = useWrite(
    (body: Schemas['ReplyToQuestionCommand'], keyed) =>
      answer(
        api.POST('/api/advisories/{id}/questions/{questionId}/replies', {
          params: { path: { id, questionId: thread.id } },
          body,
          ...keyed,
        }),
      ),
    {
      onDone: () => {
        setText('');
        return queries.invalidateQueries({ queryKey: questionsQuery(id).queryKey });
      },
    },
  );
  return (
    <HubForm problem={reply.error} onSubmit={() => reply.send({ text })} className="mt-3 flex flex-col items-start gap-2">
      <div className="w-full">
        <TextInput name="text" label={t('replyText')} rows={2} value={text} onChange={setText} />
      </div>
      <Button type="submit" look="secondary" isPending={reply.isPending}>
        {t('reply')}
      </Button>
    </HubForm>
  );
}
