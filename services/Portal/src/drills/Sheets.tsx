import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { HubForm } from '@/app/ui/HubForm';
import { Saved } from '@/members/Saved';
import { campaignTexts } from './campaignTexts';
import { type Campaign, renewDrills, sheetsQuery } from './drills';
import { QuestionCard } from './QuestionCard';
import { emptyQuestion, moved, type QuestionForm, questionFormOf, questionOf, type SheetKind, sheetKinds, usualQuestions } from './sheets';

/** The two sheets of a campaign: written by its conductor until a drill began. */
export function Sheets({ campaign }: { campaign: Campaign }) {
  const t = useTexts(campaignTexts);
  const conducts = has(useMe(), 'controller');
  const query = useQuery({ ...sheetsQuery(campaign.id), refetchOnWindowFocus: false });
  const locked = campaign.drills.some(drill => drill.startedAt !== null);
  return (
    <div className="flex flex-col gap-6">
      <p>{t('sheets.what')}</p>
      {conducts && locked ? <p className="card font-bold">{t('sheets.locked')}</p> : null}
      <Answered query={query}>
        {items =>
          sheetKinds.map(kind => {
            const questions = (items.find(sheet => sheet.kind === kind)?.questions ?? []).map(questionFormOf);
            return (
              <Card key={kind} title={t(`sheets.${kind}`)}>
                <p className="mb-4 text-sm text-solid-gray-700">{t(`sheets.${kind}What`)}</p>
                {conducts && !locked ? (
                  <SheetForm campaignId={campaign.id} kind={kind} saved={questions} />
                ) : (
                  <Questions questions={questions} />
                )}
              </Card>
            );
          })
        }
      </Answered>
    </div>
  );
}

function Questions({ questions }: { questions: readonly QuestionForm[] }) {
  const t = useTexts(campaignTexts);
  const language = useLanguage();
  const said = ({ ja, en }: { ja: string; en: string }) => (language === 'en' ? en || ja : ja || en);
  if (questions.length === 0) return <p>{t('sheets.none')}</p>;
  return (
    <ol className="list-decimal ps-6">
      {questions.map(question => (
        <li key={question.id} className="py-1">
          <p>
            <strong>{said(question)}</strong>（{t(`sheets.kinds.${question.kind}`)}
            {question.required ? `・${t('sheets.needed')}` : ''}）
          </p>
          {question.options.length > 0 ? <p className="text-sm">{question.options.map(said).join('・')}</p> : null}
        </li>
      ))}
    </ol>
  );
}

function SheetForm({ campaignId, kind, saved }: { campaignId: string; kind: SheetKind; saved: readonly QuestionForm[] }) {
  const t = useTexts(campaignTexts);
  const queries = useQueryClient();
  const [questions, setQuestions] = useState(saved);
  const [said, setSaid] = useState('');
  const sheet = t(`sheets.${kind}`);
  const write = useWrite(
    (body: Schemas['ChangeSheetCommand'], keyed) =>
      answer(api.PUT('/api/drills/campaigns/{campaignId}/sheets', { params: { path: { campaignId } }, body, ...keyed })),
    {
      onDone: () => {
        setSaid(t('sheets.saved', { sheet }));
        return renewDrills(queries);
      },
    },
  );
  const put = (place: number, next: QuestionForm) => setQuestions(questions.map((question, n) => (n === place ? next : question)));
  return (
    <HubForm
      problem={write.error}
      onSubmit={() => {
        setSaid('');
        write.send({ kind, questions: questions.map(questionOf) });
      }}
    >
      {questions.length === 0 ? <p>{t('sheets.none')}</p> : null}
      <ol className="flex flex-col gap-4">
        {questions.map((question, place) => (
          <li key={question.id}>
            <QuestionCard
              question={question}
              place={place}
              last={place === questions.length - 1}
              onChange={next => put(place, next)}
              onMove={by => setQuestions(moved(questions, place, by))}
              onRemove={() => setQuestions(questions.filter(other => other.id !== question.id))}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3">
        <Button look="secondary" onPress={() => setQuestions([...questions, emptyQuestion(questions)])}>
          {t('sheets.add')}
        </Button>
        {questions.length === 0 ? (
          <Button look="secondary" onPress={() => setQuestions(usualQuestions(kind))}>
            {t('sheets.usual')}
          </Button>
        ) : null}
      </div>
      <Saved said={said} />
      <Button type="submit" isPending={write.isPending} className="self-start">
        {t('sheets.save', { sheet })}
      </Button>
    </HubForm>
  );
}
