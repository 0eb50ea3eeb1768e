import { useLanguage, useTexts } from '@/app/language';
import { Card } from '@/app/ui/Card';
import { ReachBar } from '@/app/ui/ReachBar';
import { number } from '@/app/ui/time';
import type { DrillReport, SheetResult } from './drills';
import { reportTexts } from './reportTexts';
import { sheetKinds } from './sheets';

type Question = SheetResult['questions'][number];

/** What was answered to the sheets, without who answered what. */
export function SurveyResults({ survey }: { survey: DrillReport['survey'] }) {
  const t = useTexts(reportTexts);
  const sheets = sheetKinds.flatMap(kind => (survey[kind] ? [{ kind, sheet: survey[kind] }] : []));
  return (
    <Card title={t('survey')}>
      {sheets.length === 0 ? <p>{t('surveyNone')}</p> : null}
      <div className="flex flex-col gap-8">
        {sheets.map(({ kind, sheet }) => (
          <div key={kind}>
            <h3 className="text-lg">{t(`sheets.${kind}`)}</h3>
            <p className="mb-3">{t('filled', { count: sheet.answers })}</p>
            <ol className="flex list-decimal flex-col gap-5 ps-6">
              {sheet.questions.map(question => (
                <li key={question.id} className="break-inside-avoid">
                  <Answers question={question} />
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </Card>
  );
}

function Answers({ question }: { question: Question }) {
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const own = ({ textJa, textEn }: { textJa: string; textEn: string }) => (language === 'en' ? textEn : textJa);
  return (
    <>
      <p className="font-bold">{own(question)}</p>
      <p className="text-sm text-solid-gray-700">{t('answeredQuestion', { count: question.answered })}</p>
      {question.options.length > 0 ? (
        <dl className="mt-1 grid max-w-2xl grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
          {question.options.map(option => (
            <div key={option.id} className="contents">
              <dt>
                {own(option)}
                <ReachBar part={option.count} whole={question.answered} />
              </dt>
              <dd className="text-end font-bold tabular-nums">{number(option.count, language)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {question.median === null ? null : <p>{t('median', { value: number(question.median, language) })}</p>}
      {question.texts.length > 0 ? (
        <details className="mt-1">
          <summary className="min-h-11 cursor-pointer py-2">{t('written')}</summary>
          <ul className="list-disc ps-6">
            {question.texts.map((text, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may have written the same, and the order stands
              <li key={place} className="whitespace-pre-line">
                {text}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
