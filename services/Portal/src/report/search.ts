export interface ReportSearch {
  /** The draft that is being written. */
  draft?: string;
  /** The report that this is to be a new version of. */
  follows?: string;
  /** The drill that it answers. */
  exercise?: string;
}

const id = /^[0-9a-f-]{36}$/i;

export function reportSearch(search: Record<string, unknown>): ReportSearch {
  const text = (name: keyof ReportSearch) => (typeof search[name] === 'string' && id.test(search[name]) ? { [name]: search[name] } : {});
  return { ...text('draft'), ...text('follows'), ...text('exercise') };
}
