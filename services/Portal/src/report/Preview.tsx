import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useCodes } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { Button } from '@/app/ui/Button';
import { Tlp } from '@/app/ui/Tlp';
import { foundWords } from '@/reports/found';
import { type Report, toSend } from './form';
import { texts } from './texts';

const pause = 900;

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Which labels it would get, and why; shown once one stops typing. */
export function Preview({ report, onChange }: { report: Report; onChange: (part: Partial<Report>) => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const name = useCodes();
  const settled = useSettled(report);
  const sent = toSend(settled);
  const body: Schemas['PreviewLabelsCommand'] = {
    title: sent.title ?? null,
    body: sent.body ?? null,
    plainSummary: sent.plainSummary ?? null,
    kind: sent.kind ?? null,
    requestedTlp: sent.requestedTlp ?? null,
    events: sent.events ?? null,
    causes: sent.causes ?? null,
    serviceImpact: sent.serviceImpact ?? null,
    indicators: sent.indicators ?? null,
  };
  const { data } = useQuery({
    queryKey: ['label-preview', body],
    queryFn: ({ signal }) => answer(api.POST('/api/labels/preview', { body, signal })),
    enabled: body.body !== null && body.requestedTlp !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  return (
    <section aria-labelledby="preview" className="mt-6">
      <h3 id="preview" className="mb-2 text-lg">
        {t('preview')}
      </h3>
      {data && body.body !== null ? (
        <>
          <dl className="flex flex-wrap gap-x-8 gap-y-2">
            <div>
              <dt className="text-sm">{t('previewOriginal')}</dt>
              <dd>
                <Tlp level={data.original} />
              </dd>
            </div>
            <div>
              <dt className="text-sm">{t('previewCeiling')}</dt>
              <dd>
                <Tlp level={data.ceiling} />
              </dd>
            </div>
            <div>
              <dt className="text-sm">{t('previewSeverity')}</dt>
              <dd className="font-bold">
                {name('severities', data.severity)}・{name('urgencies', data.urgency)}
              </dd>
            </div>
          </dl>
          {data.suggestion && data.suggestion.tlp !== report.requestedTlp ? (
            <aside aria-label={t('suggestion')} className="mt-4 rounded-lg border-s-8 border-blue-900 bg-blue-50 p-4">
              <p className="font-bold">{t('suggestion')}</p>
              <p>{data.suggestion[language]}</p>
              <Button look="secondary" className="mt-2" onPress={() => onChange({ requestedTlp: data.suggestion?.tlp ?? null })}>
                {t('suggestionUse', { tlp: data.suggestion.tlp })}
              </Button>
            </aside>
          ) : null}
          <details className="mt-2">
            <summary className="link min-h-11 cursor-pointer py-2">{t('previewWhy')}</summary>
            <ul className="list-disc ps-6">
              {data.reasons.map(reason => {
                const words = foundWords(reason.found, {
                  title: sent.title ?? '',
                  body: sent.body ?? '',
                  plainSummary: sent.plainSummary ?? '',
                });
                return (
                  <li key={reason.policy + reason.rule}>
                    {reason[language]}
                    {words ? <span className="block text-sm text-solid-gray-700">{t('previewFound', { words })}</span> : null}
                  </li>
                );
              })}
            </ul>
          </details>
        </>
      ) : (
        <p className="text-solid-gray-700">{t('previewNeeds')}</p>
      )}
    </section>
  );
}
