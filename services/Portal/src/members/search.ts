const shows = ['problems', 'late', 'inactive'] as const;
export const parts = ['contacts', 'roster', 'details', 'attestation', 'people', 'identifying', 'handling', 'history'] as const;
export type Part = (typeof parts)[number];

export interface MembersSearch {
  q?: string;
  ceptoar?: string;
  show?: (typeof shows)[number];
}

/** The filter of the list of members, as it stands in the address. */
export function membersSearch(search: Record<string, unknown>): MembersSearch {
  const show = shows.find(s => s === search.show);
  return {
    ...(typeof search.q === 'string' && search.q !== '' ? { q: search.q } : {}),
    ...(typeof search.ceptoar === 'string' && search.ceptoar !== '' ? { ceptoar: search.ceptoar } : {}),
    ...(show ? { show } : {}),
  };
}

export interface MemberSearch {
  part?: Part;
}

/** Which part of an organisation's page is open. */
export function memberSearch(search: Record<string, unknown>): MemberSearch {
  const part = parts.find(p => p === search.part);
  return part ? { part } : {};
}
