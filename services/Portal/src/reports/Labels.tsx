import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts } from '@/app/language';
import { Card } from '@/app/ui/Card';
import { Tlp } from '@/app/ui/Tlp';
import { ChangeLabelsOnWish } from './ChangeLabels';
import { foundWords } from './found';
import { labelQuery, type ReportView } from './reports';
import { texts } from './texts';

/** Its levels, and why they are what they are, with the words that made them so. */
export function Labels({ view, mayChange }: { view: ReportView; mayChange: boolean }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { data } = useQuery({ ...labelQuery(view.id), enabled: view.original !== null, retry: false });
  const rows = [
    [t('labelWish'), '', view.requestedTlp],
    [t('labelOriginal'), t('labelOriginalWhat'), view.original],
    [t('labelCeiling'), t('labelCeilingWhat'), view.ceiling],
  ] as const;
  return (
    <Card title={t('labels')}>
      {view.original === null ? <p>{t('labelPending')}</p> : null}
      <dl className="grid grid-cols-1 gap-x-8 gap-y-3 sm:grid-cols-3">
        {rows.map(([title, what, level]) =>
          level ? (
            <div key={title}>
              <dt className="font-bold">
                {title}
                {what ? <span className="block text-sm font-normal text-solid-gray-700">{what}</span> : null}
              </dt>
              <dd className="mt-1">
                <Tlp level={level} />
              </dd>
            </div>
          ) : null,
        )}
      </dl>
      {data && data.reasons.length > 0 ? (
        <>
          <h3 className="mt-4 mb-1 font-bold">{t('labelWhy')}</h3>
          <ul className="list-disc ps-6">
            {data.reasons.map(reason => {
              const words = view.report
                ? foundWords(reason.found, {
                    title: view.report.title,
                    body: view.report.body,
                    plainSummary: view.report.plainSummary ?? '',
                  })
                : '';
              return (
                <li key={reason.policy + reason.rule}>
                  {reason[language]}
                  {words ? <span className="block text-sm text-solid-gray-700">{t('labelFound', { words })}</span> : null}
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
      {data && mayChange ? <ChangeLabelsOnWish label={data} /> : null}
    </Card>
  );
}
