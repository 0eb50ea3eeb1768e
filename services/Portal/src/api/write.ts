import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Problem } from './problem';

export interface Keyed {
  headers: { 'Idempotency-Key': string };
}

/**
 * A write to the hub. Its Idempotency-Key stays the same while the same is sent again: pressed twice, or once more after the line
 * broke, it is done once. What was changed meanwhile, or is sent after it was done, is a new write.
 */
export function useWrite<Input, Answer>(
  send: (input: Input, keyed: Keyed) => Promise<Answer>,
  options: { onDone?: (answer: Answer, input: Input) => unknown } = {},
): UseMutationResult<Answer, Problem, Input> & { send: (input: Input) => void } {
  const last = useRef<{ said: string; key: string } | undefined>(undefined);
  const mutation = useMutation<Answer, Problem, Input>({
    mutationFn: async input => {
      const said = JSON.stringify(input);
      if (last.current?.said !== said) last.current = { said, key: crypto.randomUUID() };
      return await send(input, { headers: { 'Idempotency-Key': last.current.key } });
    },
    onSuccess: async (answer, input) => {
      last.current = undefined;
      await options.onDone?.(answer, input);
    },
  });
  const { mutate } = mutation;
  const busy = useRef(false);
  return {
    ...mutation,
    send: useCallback(
      (input: Input) => {
        // state comes with the next rendering: too late for the second press of a double one
        if (busy.current) return;
        busy.current = true;
        mutate(input, { onSettled: () => (busy.current = false) });
      },
      [mutate],
    ),
  };
}
