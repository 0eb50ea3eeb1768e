export interface GroupsSearch {
  q?: string;
}

export function groupsSearch(search: Record<string, unknown>): GroupsSearch {
  return typeof search.q === 'string' && search.q !== '' ? { q: search.q } : {};
}
