import { allOf } from '@/app/all';

const shows = ['unread', 'toConfirm', 'recalled'] as const;
const texts = ['q', 'kind', 'tlp', 'severity', 'sector'] as const;

export interface InboxSearch {
  /** Free words: in number, title and text, as the hub has them. */
  q?: string;
  show?: (typeof shows)[number];
  kind?: string;
  tlp?: string;
  severity?: string;
  sector?: string;
  /** More than the newest. */
  all?: true;
}

/** What of the inbox is shown stands in the address; what is not understood there is left out. */
export function inboxSearch(search: Record<string, unknown>): InboxSearch {
  const show = shows.find(s => s === search.show);
  return {
    ...Object.fromEntries(texts.flatMap(name => (typeof search[name] === 'string' && search[name] !== '' ? [[name, search[name]]] : []))),
    ...(show ? { show } : {}),
    ...allOf(search),
  };
}
