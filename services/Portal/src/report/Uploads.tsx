import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '@/api/problem';
import { useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { Button } from '@/app/ui/Button';
import { attachmentsQuery } from '@/reports/reports';
import { texts } from './texts';
import { upload } from './upload';

type Progress = { share: number } | { done: true } | { problem: Problem };

/** Sends files to a report, one after the other, and says how far each is. */
export function Uploads({ reportId, files }: { reportId: string; files: readonly File[] }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [progress, setProgress] = useState<ReadonlyMap<File, Progress>>(new Map());
  const begun = useRef(new Set<File>());
  const line = useRef(Promise.resolve());
  const send = useCallback(
    (file: File) => {
      const tell = (how: Progress) => setProgress(now => new Map(now).set(file, how));
      tell({ share: 0 });
      line.current = line.current.then(async () => {
        try {
          await upload(reportId, file, share => tell({ share }));
          tell({ done: true });
          void queries.invalidateQueries({ queryKey: attachmentsQuery(reportId).queryKey });
        } catch (error) {
          tell({ problem: error instanceof Problem ? error : Problem.unreachable() });
        }
      });
    },
    [reportId, queries],
  );
  useEffect(() => {
    for (const file of files) {
      if (begun.current.has(file)) continue;
      begun.current.add(file);
      send(file);
    }
  }, [files, send]);
  const open = files.some(file => !('done' in (progress.get(file) ?? {})));
  useEffect(() => {
    if (!open) return;
    const leaving = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', leaving);
    return () => window.removeEventListener('beforeunload', leaving);
  }, [open]);
  return (
    <>
      {open ? <p className="font-bold">{t('uploadWait')}</p> : null}
      <ul className="flex flex-col gap-2">
        {files.map(file => {
          const how = progress.get(file) ?? { share: 0 };
          return (
            <li key={file.name}>
              <p className="flex flex-wrap items-center gap-x-4" role="status">
                <span>{file.name}</span>
                {'done' in how ? <strong>✓ {t('uploadDone')}</strong> : null}
                {'share' in how ? (
                  <>
                    <progress aria-label={file.name} max={1} value={how.share} className="h-4 w-40" />
                    <span>{t('uploadShare', { share: Math.round(how.share * 100) })}</span>
                  </>
                ) : null}
              </p>
              {'problem' in how ? (
                <>
                  <ProblemNotice problem={how.problem} />
                  <Button look="secondary" className="mt-2" onPress={() => send(file)}>
                    {t('uploadRetry', { name: file.name })}
                  </Button>
                </>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
