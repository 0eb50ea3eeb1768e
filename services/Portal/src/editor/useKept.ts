import { useEffect, useMemo, useState } from 'react';
import { answer, api } from '@/api/client';
import { useWrite } from '@/api/write';
import type { Draft } from './draft';
import { type Form, formOf, inputOf, isWorthKeeping } from './form';

/** From the last stroke until it is kept, in milliseconds. */
const pause = 1_500;
const retryAfter = 10_000;

interface Sent {
  id: string | undefined;
  revision: number;
  body: ReturnType<typeof inputOf>;
}

/**
 * Keeps an advisory with the hub while it is written, a moment after the last stroke, half written as it may be; one save at a time.
 * What the hub refuses of that is told once one presses.
 */
export function useKept(
  form: Form,
  {
    draft,
    paused = false,
    onKept,
  }: {
    /** As the hub has it; undefined before it was kept once. */
    draft: Draft | undefined;
    /** Nothing is kept without a press. */
    paused?: boolean;
    onKept: (draft: Draft) => unknown;
  },
) {
  const body = useMemo(() => inputOf(form), [form]);
  const said = JSON.stringify(body);
  const [kept, setKept] = useState(() => JSON.stringify(inputOf(draft ? formOf(draft) : form)));
  const [pressed, setPressed] = useState(false);
  const write = useWrite(
    ({ id, revision, body }: Sent, keyed): Promise<Draft> =>
      id
        ? answer(api.PUT('/api/advisories/{id}', { params: { path: { id } }, body: { ...body, revision }, ...keyed }))
        : answer(api.POST('/api/advisories', { body, ...keyed })),
    {
      onDone: async (saved, sent) => {
        setKept(JSON.stringify(sent.body));
        await onKept(saved);
      },
    },
  );
  const { send, error, isPending, variables } = write;
  const dirty = said !== kept;
  const conflict = error?.status === 409;
  const refused = error !== null && !error.isOutage && JSON.stringify(variables?.body) === said;
  const due = !paused && dirty && !isPending && !conflict && !refused && isWorthKeeping(form);
  const id = draft?.id;
  const revision = draft?.revision ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun anew by each stroke
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(
      () => {
        setPressed(false);
        send({ id, revision, body });
      },
      error ? retryAfter : pause,
    );
    return () => clearTimeout(timer);
  }, [due, said, id, revision]);

  return {
    dirty,
    conflict,
    isPending,
    /** What was refused of a press; of what the page kept by itself nothing is told at the fields. */
    problem: pressed && !conflict ? error : null,
    /** It could not be kept by itself. */
    failed: error !== null && !conflict && !pressed && dirty,
    save: (revisionSeen = revision) => {
      setPressed(true);
      send({ id, revision: revisionSeen, body });
    },
    /** Goes on from what the hub has. */
    adopt: (newest: Draft) => {
      setKept(JSON.stringify(inputOf(formOf(newest))));
      write.reset();
    },
  };
}
