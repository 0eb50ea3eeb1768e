import { useEffect, useRef, useState } from 'react';
import type { Problem } from '@/api/problem';

/**
 * What a second writer saved meanwhile; undefined while there is nobody. Where a write was refused (409) it is read anew: what changed
 * elsewhere than here is no conflict, and what was written is sent `again` over it.
 */
export function useTheirs<T extends { revision: number }>(
  problem: Problem | null,
  base: { revision: number },
  { read, touched, again }: { read: () => Promise<T>; touched: (theirs: T) => boolean; again: (theirs: T) => void },
): [theirs: T | undefined, settle: () => void] {
  const [theirs, setTheirs] = useState<T>();
  const now = useRef({ base, read, touched, again });
  now.current = { base, read, touched, again };
  useEffect(() => {
    if (problem?.status !== 409) return;
    let left = false;
    const heard = (newest: T) => {
      // a rule refused it, not a second writer
      if (left || newest.revision === now.current.base.revision) return;
      if (now.current.touched(newest)) setTheirs(newest);
      else now.current.again(newest);
    };
    // where it cannot be read the refusal stands on the page
    now.current.read().then(heard, () => undefined);
    return () => {
      left = true;
    };
  }, [problem]);
  return [theirs, () => setTheirs(undefined)];
}
