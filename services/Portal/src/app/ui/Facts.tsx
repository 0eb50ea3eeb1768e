import type { ReactNode } from 'react';

/** Names and what stands for each, one below the other; what there is none of is left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, fact: ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-[minmax(9rem,auto)_1fr]">
      {facts.map(([name, fact]) =>
        fact === null || fact === undefined || fact === '' ? null : (
          <div key={name} className="contents">
            <dt className="font-bold max-sm:mt-2">{name}</dt>
            <dd className="min-w-0">{fact}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
