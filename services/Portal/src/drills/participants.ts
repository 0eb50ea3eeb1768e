import { saysAll } from '@/app/words';
import type { Candidate } from './drills';
import type { DrillSearch } from './search';

/** Whether one stands in the list that is looked at. */
export function fits(one: Candidate, chosen: ReadonlySet<string>, { q, show }: DrillSearch): boolean {
  if (!saysAll(one.name, q)) return false;
  switch (show) {
    case 'agreed':
      return one.agreed === true;
    case 'asked':
      return one.agreed !== true;
    case 'chosen':
      return chosen.has(one.organisationId);
    default:
      return true;
  }
}

export function chosenOf(candidates: readonly Candidate[]): ReadonlySet<string> {
  return new Set(candidates.filter(one => one.chosen).map(one => one.organisationId));
}

export function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every(id => b.has(id));
}

/** Whom the hub refused, with its words, by the place in what was sent (`organisations[3]`). */
export function refused(errors: Readonly<Record<string, readonly string[]>>, sent: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(errors).flatMap(([path, said]) => {
      const id = sent[Number(/^organisations\[(\d+)\]$/.exec(path)?.[1])];
      return id ? [[id, said.join(' ')] as const] : [];
    }),
  );
}
