import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Problem } from '@/api/problem';
import { type Difference, TwoWrote } from '@/app/ui/TwoWrote';

/**
 * Two wrote at once: where a write was refused (409) what the other saved is read anew. What changed elsewhere than here is no conflict,
 * and what was written is kept over it; else one is asked which of the two counts.
 */
export function useTwoWrote<T extends { revision: number }>(
  write: { error: Problem | null; isPending: boolean; reset: () => void },
  base: { revision: number },
  of: {
    read: () => Promise<T>;
    touched: (theirs: T) => boolean;
    differences: (theirs: T) => readonly Difference[];
    /** What the other saved stands in the fields from now on. */
    take: (theirs: T) => void;
    /** What stands in the fields is sent over what the other saved. */
    keep: (theirs: T) => void;
  },
): { problem: Problem | null; question: ReactNode } {
  const [theirs, setTheirs] = useState<T>();
  const now = useRef({ base, ...of });
  now.current = { base, ...of };
  useEffect(() => {
    if (write.error?.status !== 409) return;
    let left = false;
    const heard = (newest: T) => {
      // a rule refused it, not a second writer
      if (left || newest.revision === now.current.base.revision) return;
      if (now.current.touched(newest)) setTheirs(newest);
      else now.current.keep(newest);
    };
    // where it cannot be read the refusal stands on the page
    now.current.read().then(heard, () => undefined);
    return () => {
      left = true;
    };
  }, [write.error]);
  if (!theirs) return { problem: write.error, question: null };
  return {
    problem: null,
    question: (
      <TwoWrote
        differences={of.differences(theirs)}
        isPending={write.isPending}
        onTheirs={() => {
          of.take(theirs);
          write.reset();
          setTheirs(undefined);
        }}
        onMine={() => {
          setTheirs(undefined);
          of.keep(theirs);
        }}
      />
    ),
  };
}
