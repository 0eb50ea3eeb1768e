export interface SituationSearch {
  /** How many hours back the timeline goes. */
  hours?: number;
  /** For a screen on the wall: nothing around it, large type. */
  wall?: boolean;
}

export const spans = [24, 72, 168] as const;

export function situationSearch(search: Record<string, unknown>): SituationSearch {
  const hours = spans.find(span => span === search.hours);
  return { ...(hours ? { hours } : {}), ...(search.wall === true ? { wall: true } : {}) };
}
