const states = ['invited', 'active', 'inactive'] as const;

export interface PeopleSearch {
  q?: string;
  state?: (typeof states)[number];
  organisation?: string;
}

export function peopleSearch(search: Record<string, unknown>): PeopleSearch {
  const text = (name: keyof PeopleSearch) => (typeof search[name] === 'string' && search[name] !== '' ? { [name]: search[name] } : {});
  const state = states.find(s => s === search.state);
  return { ...text('q'), ...(state ? { state } : {}), ...text('organisation') };
}
