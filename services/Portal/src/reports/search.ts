const shows = ['open', 'toApprove', 'closed'] as const;

export interface ReportsSearch {
  show?: (typeof shows)[number];
  q?: string;
}

export function reportsSearch(search: Record<string, unknown>): ReportsSearch {
  const show = shows.find(s => s === search.show);
  return { ...(show ? { show } : {}), ...(typeof search.q === 'string' && search.q !== '' ? { q: search.q } : {}) };
}
