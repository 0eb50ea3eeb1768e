export interface SharingSearch {
  /** The fiscal year that begins in April. */
  year?: number;
}

export function sharingSearch(search: Record<string, unknown>): SharingSearch {
  return typeof search.year === 'number' && search.year >= 2005 && search.year < 2100 ? { year: Math.trunc(search.year) } : {};
}
