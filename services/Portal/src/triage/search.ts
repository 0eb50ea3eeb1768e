import { allOf } from '@/app/all';

const shows = ['urgent', 'drill'] as const;

export interface TriageSearch {
  /** In the number. */
  q?: string;
  severity?: string;
  show?: (typeof shows)[number];
  /** More than the newest. */
  all?: true;
}

export function triageSearch(search: Record<string, unknown>): TriageSearch {
  const text = (name: 'q' | 'severity') => (typeof search[name] === 'string' && search[name] !== '' ? { [name]: search[name] } : {});
  const show = shows.find(s => s === search.show);
  return { ...text('q'), ...text('severity'), ...(show ? { show } : {}), ...allOf(search) };
}
