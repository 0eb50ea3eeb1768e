import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Checks } from '@/app/ui/Checks';
import { Choice, TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { DrillBand } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Time } from '@/app/ui/Time';
import { Saved } from '@/members/Saved';
import { renewDrills, sheetQuery } from './drills';
import { BackToDrills } from './parts';
import { type Answers, answersOf } from './sheets';
import { sheetTexts } from './sheetTexts';
import { inOwn } from './text';

const route = getRouteApi('/frame/drills/$id/sheets/$kind');

type Sheet = Schemas['GetSheetView'];
type Question = Sheet['questions'][number];

/** A sheet of a drill as a participant fills it in: the self-check or the survey. */
export function SheetPage() {
  const t = useTexts(sheetTexts);
  const { id, kind } = route.useParams();
  const query = useQuery(sheetQuery(id, kind));
  return (
    <Answered query={query}>
      {sheet => (
        <Page
          title={sheet.kind === 'survey' ? t('survey') : t('selfCheck')}
          above={
            <>
              <BackToDrills />
              <DrillBand className="mb-4" />
            </>
          }
        >
          <p>{sheet.kind === 'survey' ? t('surveyWhat') : t('selfCheckWhat')}</p>
          <p className="mb-4 text-sm text-solid-gray-700">{t('who')}</p>
          {sheet.open ? <Form id={id} kind={kind} sheet={sheet} /> : <Closed sheet={sheet} />}
        </Page>
      )}
    </Answered>
  );
}

function Form({ id, kind, sheet }: { id: string; kind: string; sheet: Sheet }) {
  const t = useTexts(sheetTexts);
  const queries = useQueryClient();
  const [answers, setAnswers] = useState<Answers>(sheet.answers);
  const [said, setSaid] = useState('');
  const save = useWrite(
    (body: { answers: Record<string, string[]> }, keyed) =>
      answer(api.PUT('/api/drills/{id}/sheets/{kind}', { params: { path: { id, kind } }, body, ...keyed })),
    {
      onDone: () => {
        setSaid(t('saved'));
        return renewDrills(queries);
      },
    },
  );
  return (
    <HubForm
      problem={save.error}
      className="card flex flex-col gap-8"
      onSubmit={() => {
        setSaid('');
        save.send({ answers: answersOf(sheet.questions, answers) });
      }}
    >
      {sheet.questions.map(question => (
        <Field
          key={question.id}
          question={question}
          values={answers[question.id ?? ''] ?? []}
          onChange={values => setAnswers(now => ({ ...now, [question.id ?? '']: values }))}
        />
      ))}
      <Saved said={said} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" isPending={save.isPending} className="px-8">
          {t('save')}
        </Button>
        {sheet.answeredAt ? (
          <span className="text-sm text-solid-gray-700">
            {t('last')}: <Time at={sheet.answeredAt} />
          </span>
        ) : null}
      </div>
    </HubForm>
  );
}

function Field({
  question,
  values,
  onChange,
}: {
  question: Question;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}) {
  const options = useOptions(question);
  const language = useLanguage();
  const common = { name: `answers.${question.id}`, label: inOwn(question.text, language), isRequired: question.required ?? false };
  const [value = ''] = values;
  switch (question.kind) {
    case 'yesNo':
    case 'choice':
      return <Choice {...common} value={value} onChange={chosen => onChange([chosen])} options={options} />;
    case 'choices':
      return <Checks {...common} value={values} onChange={onChange} options={options} />;
    case 'number':
      return <TextInput {...common} inputMode="decimal" value={value} onChange={typed => onChange([typed])} />;
    default:
      return <TextInput {...common} rows={4} value={value} onChange={typed => onChange([typed])} />;
  }
}

function useOptions(question: Question): { value: string; label: string }[] {
  const t = useTexts(sheetTexts);
  const language = useLanguage();
  if (question.kind === 'yesNo') {
    return [
      { value: 'yes', label: t('yes') },
      { value: 'no', label: t('no') },
    ];
  }
  return (question.options ?? []).map(option => ({ value: option.id ?? '', label: inOwn(option.text, language) }));
}

/** What was answered, once nothing can be added. */
function Closed({ sheet }: { sheet: Sheet }) {
  const t = useTexts(sheetTexts);
  return (
    <section className="card">
      <p className="mb-4 font-bold">{t('closed')}</p>
      <dl className="flex flex-col gap-3">
        {sheet.questions.map(question => (
          <Given key={question.id} question={question} values={sheet.answers[question.id ?? ''] ?? []} />
        ))}
      </dl>
    </section>
  );
}

function Given({ question, values }: { question: Question; values: readonly string[] }) {
  const t = useTexts(sheetTexts);
  const language = useLanguage();
  const options = useOptions(question);
  const said = values.map(value => options.find(option => option.value === value)?.label ?? value);
  return (
    <div>
      <dt className="font-bold">{inOwn(question.text, language)}</dt>
      <dd className="whitespace-pre-line">{said.length > 0 ? said.join('・') : t('none')}</dd>
    </div>
  );
}
