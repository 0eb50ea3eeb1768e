import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Time } from '@/app/ui/Time';
import { type Advisory, questionsQuery } from './advisory';
import { texts } from './texts';

/** Asking back, and what was answered. */
export function Questions({ advisory }: { advisory: Advisory }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const query = useQuery(questionsQuery(advisory.id));
  const [text, setText] = useState('');
  const ask = useWrite(
    (body: Schemas['AskQuestionCommand'], keyed) =>
      answer(api.POST('/api/advisories/{id}/questions', { params: { path: { id: advisory.id } }, body, ...keyed })),
    {
      onDone: () => {
        setText('');
        return queries.invalidateQueries({ queryKey: questionsQuery(advisory.id).queryKey });
      },
    },
  );
  return (
    <Card title={t('questions')}>
      <Answered query={query}>
        {({ items }) => (
          <ul className="flex flex-col gap-4">
            {items.map(thread => (
              <li key={thread.id} className="border-s-4 border-blue-300 ps-4">
                <p className="text-sm text-solid-gray-700">
                  {thread.mine ? t('mine') : (thread.name ?? t('said.asker'))} <Time at={thread.askedAt} />
                </p>
                <p className="whitespace-pre-line">{thread.text}</p>
                <ul className="mt-2 flex flex-col gap-2">
                  {thread.replies.map(reply => (
                    <li key={reply.at + reply.text} className="ms-4">
                      <p className="text-sm text-solid-gray-700">
                        {t(reply.saidBy === 'source' ? 'said.source' : reply.saidBy === 'author' ? 'said.author' : 'said.asker')}{' '}
                        <Time at={reply.at} relative={reply.saidBy !== 'source'} />
                      </p>
                      <p className="whitespace-pre-line">{reply.text}</p>
                    </li>
                  ))}
                  {thread.replies.length === 0 ? <li className="ms-4 text-sm text-solid-gray-700">{t('waiting')}</li> : null}
                </ul>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      {advisory.myReceipt && advisory.state !== 'recalled' ? (
        <div className="not-printed mt-4">
          <HubForm problem={ask.error} onSubmit={() => ask.send({ text })} className="flex flex-col items-start gap-3">
            <div className="w-full">
              <TextInput
                name="text"
                label={t('question')}
                {...(advisory.reports > 0 ? { explanation: t('questionsWho') } : {})}
                rows={3}
                value={text}
                onChange={setText}
              />
            </div>
            <Button type="submit" look="secondary" isPending={ask.isPending}>
              {t('ask')}
            </Button>
          </HubForm>
        </div>
      ) : null}
    </Card>
  );
}
