import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { HubForm } from '@/app/ui/HubForm';
import { Pick } from '@/app/ui/Pick';
import { Time } from '@/app/ui/Time';
import { questionsToMeQuery } from './reports';
import { texts } from './texts';

/** What readers ask back; answered in the hub's sentences, which give nobody away. */
export function QuestionsToMe({ reportId }: { reportId: string }) {
  const t = useTexts(texts);
  const query = useQuery(questionsToMeQuery(reportId));
  return (
    <Card title={t('questions')}>
      <Answered query={query}>
        {({ items, sentences }) =>
          items.length === 0 ? (
            <p>{t('questionsNone')}</p>
          ) : (
            <>
              <p className="mb-3 text-sm text-solid-gray-700">{t('questionsWho')}</p>
              <ul className="flex flex-col gap-6">
                {items.map(item => (
                  <Asked key={item.id} item={item} sentences={sentences} reportId={reportId} />
                ))}
              </ul>
            </>
          )
        }
      </Answered>
    </Card>
  );
}

function Asked({
  item,
  sentences,
  reportId,
}: {
  item: Schemas['ListAskedQuestionsItem'];
  sentences: readonly Schemas['ListAskedQuestionsSentence'][];
  reportId: string;
}) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(item.answer ?? '');
  const [changing, setChanging] = useState(false);
  const send = useWrite(
    (code: string, keyed) =>
      answer(
        api.POST('/api/reports/{id}/questions/{questionId}/answer', {
          params: { path: { id: reportId, questionId: item.id } },
          body: { answer: code || null },
          ...keyed,
        }),
      ),
    {
      onDone: () => {
        setChanging(false);
        return queries.invalidateQueries({ queryKey: questionsToMeQuery(reportId).queryKey });
      },
    },
  );
  return (
    <li className="border-s-4 border-blue-300 ps-4">
      <p className="text-sm text-solid-gray-700">
        {t('questionTo', { number: item.number })} <Time at={item.askedAt} />
      </p>
      <p className="whitespace-pre-line">{item.text}</p>
      {item.answer ? (
        <p className="mt-2 font-bold">
          {t('answered')}: {sentences.find(sentence => sentence.code === item.answer)?.text ?? item.answer}{' '}
          {item.answeredAt ? <Time at={item.answeredAt} /> : null}
        </p>
      ) : null}
      {item.answer && !changing ? (
        <Button look="quiet" className="not-printed -ms-4" onPress={() => setChanging(true)}>
          {t('answerAgain')}
        </Button>
      ) : (
        <HubForm problem={send.error} onSubmit={() => send.send(chosen)} className="not-printed mt-2 flex flex-wrap items-end gap-3">
          <div className="w-full sm:w-96">
            <Pick
              label={t('answer')}
              name="answer"
              value={chosen}
              onChange={setChosen}
              options={[{ value: '', label: '―' }, ...sentences.map(({ code, text }) => ({ value: code, label: text }))]}
            />
          </div>
          <Button type="submit" look="secondary" isPending={send.isPending} isDisabled={!chosen}>
            {t('answerSend')}
          </Button>
        </HubForm>
      )}
    </li>
  );
}
