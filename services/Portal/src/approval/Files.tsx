import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useLanguage, useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Card } from '@/app/ui/Card';
import { Check } from '@/app/ui/fields';
import { attachmentsQuery, reportKey } from '@/reports/reports';
import { texts } from './texts';

type Item = Schemas['GetAttachmentRenditionsItem'];

/** What was made of the files, each to be let go by its hash, and below it what is done with those chosen. */
export function Files({ reportId, children }: { reportId: string; children: (chosen: readonly Schemas['FileChoice'][]) => ReactNode }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const names = useQuery(attachmentsQuery(reportId));
  const query = useQuery({
    queryKey: [...reportKey(reportId), 'rendition', 'attachments'],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/{id}/rendition/attachments', { params: { path: { id: reportId } }, signal })),
    refetchInterval: 10_000,
  });
  const nameOf = (item: Item) => names.data?.items.find(file => file.id === item.attachmentId)?.name ?? item.name ?? t('fileUnnamed');
  // another text than the one that was chosen is not chosen
  const key = (item: Item) => `${item.attachmentId} ${item.hash}`;
  return (
    <Answered query={query}>
      {({ items }) => (
        <>
          {items.length > 0 ? (
            <Card title={t('files')}>
              <p className="mb-3 text-sm text-solid-gray-700">{t('filesWhat')}</p>
              <ul className="flex flex-col gap-4">
                {items.map(item => (
                  <li key={item.attachmentId}>
                    {item.state === 'releasable' && item.hash ? (
                      <Check
                        isSelected={chosen.includes(key(item))}
                        onChange={on => setChosen(now => (on ? [...now, key(item)] : now.filter(k => k !== key(item))))}
                      >
                        {t('fileGo', { name: nameOf(item) })}
                      </Check>
                    ) : (
                      <p>
                        <strong>{nameOf(item)}</strong>: {t('fileHeld')}
                      </p>
                    )}
                    <ul className="list-disc ps-10 text-sm">
                      {item.reasons.map(reason => (
                        <li key={reason.code}>{reason[language]}</li>
                      ))}
                    </ul>
                    {item.text ? (
                      <details className="ps-4">
                        <summary className="link min-h-11 cursor-pointer py-2">{t('fileShow')}</summary>
                        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
                        <pre tabIndex={0} className="max-h-96 overflow-auto rounded bg-solid-gray-50 p-3 text-sm whitespace-pre-wrap">
                          {item.text}
                        </pre>
                      </details>
                    ) : null}
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          {children(items.filter(item => chosen.includes(key(item))).map(item => ({ id: item.attachmentId, hash: item.hash })))}
        </>
      )}
    </Answered>
  );
}
