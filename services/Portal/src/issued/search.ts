const shows = ['written', 'received'] as const;

export interface IssuedSearch {
  show?: (typeof shows)[number];
  q?: string;
}

export function issuedSearch(search: Record<string, unknown>): IssuedSearch {
  const show = shows.find(s => s === search.show);
  return { ...(show ? { show } : {}), ...(typeof search.q === 'string' && search.q !== '' ? { q: search.q } : {}) };
}
