export type RelayShow = 'waiting' | 'done';

export interface RelaySearch {
  show?: RelayShow;
}

/** What the relay desk shows stands in the address; what waits is the rule and is left out. */
export function relaySearch(search: Record<string, unknown>): RelaySearch {
  return search.show === 'done' ? { show: 'done' } : {};
}
