import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';
import type { Me } from '@/app/session/session';

export type Ceptoar = Schemas['ListCeptoarsView'];
export type Organisation = Schemas['ListOrganisationsView'];
export type OrganisationEntry = Schemas['GetOrganisationView'];

/** What the directory holds changes seldom. */
const fresh = 5 * 60_000;
const page = 500;

export const ceptoarsQuery = queryOptions({
  queryKey: ['ceptoars'],
  queryFn: ({ signal }) => answer(api.GET('/api/ceptoars', { signal })),
  select: ({ items }) => items,
  staleTime: fresh,
});

/** All that one may see, read from the oldest on: the API has no search of its own. `onSome` hears how many are there. */
export function organisationsQuery(me: Me, onSome?: (count: number) => void) {
  return queryOptions({
    queryKey: ['organisations', me.subject],
    queryFn: async ({ signal }): Promise<readonly Organisation[]> => {
      const all: Organisation[] = [];
      let after = '0';
      while (true) {
        const { items, next } = await answer(api.GET('/api/organisations', { params: { query: { after, limit: page } }, signal }));
        all.push(...items);
        onSome?.(all.length);
        if (items.length < page || !next) break;
        after = next;
      }
      return all.sort((a, b) => a.name.localeCompare(b.name, 'ja'));
    },
    staleTime: fresh,
  });
}

export function organisationQuery(id: string) {
  return queryOptions({
    queryKey: ['organisation', id],
    queryFn: ({ signal }) => answer(api.GET('/api/organisations/{id}', { params: { path: { id } }, signal })),
    // each look of an administrator at the strings is recorded: not more of them than there are
    staleTime: fresh,
    refetchOnWindowFocus: false,
  });
}

export function peopleQuery(organisationId?: string) {
  return queryOptions({
    queryKey: ['people', organisationId ?? 'all'],
    queryFn: async ({ signal }) => {
      const all: Schemas['GetPersonView'][] = [];
      let after = '0';
      while (true) {
        const query = { after, limit: page, ...(organisationId ? { organisationId } : {}) };
        const { items, next } = await answer(api.GET('/api/people', { params: { query }, signal }));
        all.push(...items);
        if (items.length < page || !next) break;
        after = next;
      }
      return all;
    },
    staleTime: 30_000,
  });
}

/** The roles that the hub lets an organisation's people have; the hub has the last word. */
export function rolesOf(kind: string, runsCeptoar: boolean): readonly string[] {
  switch (kind) {
    case 'operator':
      return ['operator', 'manager'];
    case 'secretariat':
      return ['secretariat', 'manager'];
    case 'ministry':
      return [...(runsCeptoar ? ['liaison', 'secretariat'] : ['liaison']), 'manager'];
    case 'centre':
      return ['analyst', 'approver', 'controller', 'administrator', 'auditor', 'manager'];
    default:
      return ['observer', 'manager'];
  }
}
