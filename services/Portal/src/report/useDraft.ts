import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { isEmpty, type Report } from './form';

export type KeptDraft = Schemas['GetReportDraftView'];

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
  /** Whether the page knows of the draft. */
  const told = useRef(kept.current !== undefined);
  const saved = useRef(JSON.stringify(report));
  const latest = useRef(report);
  latest.current = report;
  const busy = useRef<Promise<void> | undefined>(undefined);
  /** Changed elsewhere: nothing is saved until someone chose between the two. */
  const parted = useRef(false);
  const stopped = useRef(paused);
  stopped.current = paused;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** Somebody is on the way out: the address is of where one goes. */
  const leaving = useRef(false);
  const gone = useRef(false);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    while (busy.current) await busy.current;
    const said = JSON.stringify(latest.current);
    if (stopped.current || parted.current || said === saved.current || (!kept.current && isEmpty(latest.current))) return;

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
        kept.current = { id: receipt.id, version: receipt.version };
        saved.current = said;
        if (!told.current && !leaving.current) {
          told.current = true;
          onStarted(receipt.id);
        }
        setState({ kind: 'saved', at: receipt.keptAt });
        void queries.invalidateQueries({ queryKey: draftsKey, exact: true });
      } catch (error) {
        const problem = error instanceof Problem ? error : Problem.unreachable();
        parted.current = problem.status === 409;
        setState(parted.current ? { kind: 'conflict' } : { kind: 'failed', problem });
        if (problem.isOutage && !gone.current) timer.current = setTimeout(() => void save(), retryAfter);
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
    const hidden = () => {
      if (document.visibilityState === 'hidden') void save();
    };
    gone.current = false;
    document.addEventListener('visibilitychange', hidden);
    return () => {
      gone.current = true;
      clearTimeout(timer.current);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [save]);

  const unsaved = useCallback(() => JSON.stringify(latest.current) !== saved.current && !isEmpty(latest.current), []);

  /** Saves at once, for one who leaves; what could not be saved is `unsaved` still. */
  const leave = useCallback(async () => {
    leaving.current = true;
    await save();
    leaving.current = false;
  }, [save]);

  /** Takes what the hub has as seen, so that the next save puts this window's text over it. */
  const overwrite = useCallback(
    async (theirs: KeptDraft) => {
      kept.current = { id: theirs.id, version: theirs.version };
      parted.current = false;
      saved.current = '';
      await save();
    },
    [save],
  );

  /** Goes on from what the hub has; the caller puts its text on the page. */
  const adopt = useCallback((theirs: KeptDraft, text: Report) => {
    kept.current = { id: theirs.id, version: theirs.version };
    parted.current = false;
    saved.current = JSON.stringify(text);
    setState({ kind: 'saved', at: theirs.keptAt });
  }, []);

  /** It is gone: what is typed here is kept as a new one. */
  const forget = useCallback(() => {
    kept.current = undefined;
    told.current = false;
    parted.current = false;
    saved.current = '';
  }, []);

  return { state, save, unsaved, leave, overwrite, adopt, forget, id: () => kept.current?.id };
}
