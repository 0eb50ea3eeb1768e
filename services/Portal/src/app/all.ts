/** Of an address: whether the older ones of a list are wanted, too. */
export function allOf(search: Record<string, unknown>): { all?: true } {
  return search.all === true ? { all: true } : {};
}

/** How many of a list the hub gives at once. */
export const atMost = 500;

/** What stands at the end of a list of which `count` came though `limit` were asked for: nothing, a way to more, or that there are older ones. */
export function endOf(count: number, limit: number): 'all' | 'more' | 'cut' {
  if (count < limit) return 'all';
  return limit < atMost ? 'more' : 'cut';
}
