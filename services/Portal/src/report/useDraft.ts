import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { isEmpty, type Report } from './form';

export const draftsKey = ['report-drafts'];
const pause = 1_200;
const retryAfter = 10_000;

export type DraftState =
  | { kind: 'none' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'failed'; problem: Problem }
  /** Another window or person changed it meanwhile. */
  | { kind: 'conflict' };

/** Keeps what is typed with Intake, a moment after the last stroke; one save at a time, in order. */
export function useDraft(
  report: Report,
  {
    id,
    version,
    follows,
    paused,
    onStarted,
  }: { id?: string; version?: number; follows?: string; paused: boolean; onStarted: (id: string) => void },
) {
  const queries = useQueryClient();
  const [state, setState] = useState<DraftState>({ kind: 'none' });
  const kept = useRef<{ id: string; version: number } | undefined>(id && version ? { id, version } : undefined);
  const saved = useRef(JSON.stringify(report));
  const latest = useRef(report);
  latest.current = report;
  const busy = useRef<Promise<void> | undefined>(undefined);
  const stopped = useRef(paused);
  stopped.current = paused;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (busy.current) await busy.current;
    const said = JSON.stringify(latest.current);
    if (stopped.current || said === saved.current || (!kept.current && isEmpty(latest.current))) return;

    const work = async () => {
      setState({ kind: 'saving' });
      try {
        const receipt: Schemas['StartReportDraftReceipt'] = kept.current
          ? await answer(
              api.PUT('/api/report-drafts/{draftId}', {
                params: { path: { draftId: kept.current.id } },
                body: { version: kept.current.version, report: latest.current },
              }),
            )
          : await answer(api.POST('/api/report-drafts', { body: { report: latest.current, followsUp: follows ?? null } }));
        if (!kept.current) onStarted(receipt.id);
        kept.current = { id: receipt.id, version: receipt.version };
        saved.current = said;
        setState({ kind: 'saved', at: receipt.keptAt });
        void queries.invalidateQueries({ queryKey: draftsKey, exact: true });
      } catch (error) {
        const problem = error instanceof Problem ? error : Problem.unreachable();
        setState(problem.status === 409 ? { kind: 'conflict' } : { kind: 'failed', problem });
        if (problem.isOutage) timer.current = setTimeout(() => void save(), retryAfter);
      }
    };
    busy.current = work();
    await busy.current;
    busy.current = undefined;
  }, [queries, follows, onStarted]);

  useEffect(() => {
    if (JSON.stringify(report) === saved.current) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), pause);
    return () => clearTimeout(timer.current);
  }, [report, save]);

  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      const unsaved = JSON.stringify(latest.current) !== saved.current && !isEmpty(latest.current) && !stopped.current;
      if (unsaved) event.preventDefault();
    };
    const hidden = () => {
      if (document.visibilityState === 'hidden') void save();
    };
    window.addEventListener('beforeunload', leaving);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [save]);

  /** Takes what the hub has as seen, so that the next save puts this window's text over it. */
  const overwrite = useCallback(async () => {
    if (!kept.current) return;
    const theirs = await answer(api.GET('/api/report-drafts/{draftId}', { params: { path: { draftId: kept.current.id } } }));
    kept.current = { id: theirs.id, version: theirs.version };
    saved.current = '';
    await save();
  }, [save]);

  /** It is gone: what is typed here is kept as a new one. */
  const forget = useCallback(() => {
    kept.current = undefined;
    saved.current = '';
  }, []);

  return { state, save, overwrite, forget, id: () => kept.current?.id };
}
