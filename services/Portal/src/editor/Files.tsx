import { answer, api } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { Button, buttonClasses } from '@/app/ui/Button';
import { number } from '@/app/ui/time';
import type { Draft } from './draft';
import { Part } from './parts';
import { texts } from './texts';

/** Files that go along: each is kept as soon as it is chosen. */
export function Files({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  // `same` is what the Idempotency-Key goes by: a file itself has no JSON
  const add = useWrite(
    ({ file }: { file: File; same: string }, keyed): Promise<Draft> =>
      answer(
        api.POST('/api/advisories/{id}/attachments', {
          params: { path: { id: draft.id }, query: { name: file.name } },
          body: file as never, // any bytes: the description has no type for them
          bodySerializer: (body: unknown) => body as Blob,
          headers: { ...keyed.headers, 'Content-Type': 'application/octet-stream' },
        }),
      ),
    { onDone: onChange },
  );
  const remove = useWrite(
    (attachmentId: string, keyed): Promise<Draft> =>
      answer(api.DELETE('/api/advisories/{id}/attachments/{attachmentId}', { params: { path: { id: draft.id, attachmentId } }, ...keyed })),
    { onDone: onChange },
  );
  const files = draft.attachments ?? [];
  const problem = add.error ?? remove.error;
  return (
    <Part title={t('parts.files')}>
      <p className="text-sm text-solid-gray-700">{t('fileWhat')}</p>
      {problem ? <ProblemNotice problem={problem} /> : null}
      {files.length === 0 ? <p>{t('fileNone')}</p> : null}
      <ul>
        {files.map(one => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 border-b border-solid-gray-200">
            <span className="min-w-0 flex-1 break-all">
              {one.name} <span className="text-sm text-solid-gray-700">({number(Math.ceil(one.size / 1024), language)} KB)</span>
            </span>
            <Button
              look="quiet"
              aria-label={t('fileRemove', { name: one.name })}
              isPending={remove.isPending}
              onPress={() => remove.send(one.id)}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-4">
        <label
          className={`${buttonClasses.base} ${buttonClasses.secondary} cursor-pointer self-start focus-within:outline-4 focus-within:outline-offset-2`}
        >
          {t('fileAdd')}
          <input
            type="file"
            className="sr-only"
            onChange={event => {
              const chosen = event.target.files?.[0];
              event.target.value = '';
              if (!chosen) return;
              add.send({ file: chosen, same: `${chosen.name} ${chosen.size} ${chosen.lastModified}` });
            }}
          />
        </label>
        <p role="status">{add.isPending ? `${t('fileSending')}…` : ''}</p>
      </div>
    </Part>
  );
}
