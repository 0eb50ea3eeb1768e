const shows = ['unread', 'toConfirm', 'recalled'] as const;

export interface InboxSearch {
  /** Free words: in number and title. */
  q?: string;
  show?: (typeof shows)[number];
  tlp?: string;
  severity?: string;
  sector?: string;
}

/** What of the inbox is shown stands in the address; what is not understood there is left out. */
export function inboxSearch(search: Record<string, unknown>): InboxSearch {
  const text = (name: keyof InboxSearch) => (typeof search[name] === 'string' && search[name] !== '' ? { [name]: search[name] } : {});
  const show = shows.find(s => s === search.show);
  return { ...text('q'), ...(show ? { show } : {}), ...text('tlp'), ...text('severity'), ...text('sector') };
}
