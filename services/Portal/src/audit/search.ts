export interface AuditSearch {
  action?: string;
  actor?: string;
  /** Days of Japan: 2026-11-21. */
  from?: string;
  until?: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

export function auditSearch(search: Record<string, unknown>): AuditSearch {
  const text = (name: 'action' | 'actor') => (typeof search[name] === 'string' && search[name] !== '' ? { [name]: search[name] } : {});
  const date = (name: 'from' | 'until') => (typeof search[name] === 'string' && day.test(search[name]) ? { [name]: search[name] } : {});
  return { ...text('action'), ...text('actor'), ...date('from'), ...date('until') };
}

/** The moments between which the days lie; both days are meant whole. */
export function between(search: AuditSearch): { from?: string; until?: string } {
  const midnight = (date: string, later = 0) => new Date(Date.parse(`${date}T00:00:00+09:00`) + later).toISOString();
  return {
    ...(search.from ? { from: midnight(search.from) } : {}),
    ...(search.until ? { until: midnight(search.until, 86_400_000) } : {}),
  };
}

interface Numbered {
  number: number;
  at: string;
}

/**
 * Pages back in time overlap by a second, for two entries may have the same time and number and time need not go in step: each
 * entry is taken once, the newest first.
 */
export function joined<Entry extends Numbered>(pages: readonly (readonly Entry[])[]): Entry[] {
  const found = new Map(pages.flat().map(entry => [entry.number, entry]));
  return [...found.values()].sort((a, b) => b.number - a.number);
}

/** Until when the page before this one reaches; undefined where there is none. */
export function olderThan(page: readonly Numbered[], limit: number, before: string | undefined): string | undefined {
  if (page.length < limit) return undefined;
  const oldest = page.map(entry => entry.at).reduce((a, b) => (Date.parse(a) < Date.parse(b) ? a : b));
  const overlapping = new Date(Date.parse(oldest) + 1000).toISOString();
  // more than a page within one second: without the overlap it still goes on
  return overlapping === before ? oldest : overlapping;
}
