import { allOf } from '@/app/all';

const shows = ['written', 'received'] as const;

export interface IssuedSearch {
  show?: (typeof shows)[number];
  q?: string;
  /** More than the newest. */
  all?: true;
}

export function issuedSearch(search: Record<string, unknown>): IssuedSearch {
  const show = shows.find(s => s === search.show);
  return { ...(show ? { show } : {}), ...(typeof search.q === 'string' && search.q !== '' ? { q: search.q } : {}), ...allOf(search) };
}
