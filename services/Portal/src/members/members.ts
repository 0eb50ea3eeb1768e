import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';
import type { Me } from '@/app/session/session';
import { saysAll } from '@/app/words';
import type { MembersSearch } from './search';

export type Listed = Schemas['ListOrganisationsView'];
export type Organisation = Schemas['GetOrganisationView'];
export type Late = Schemas['ListLateAttestationsView'];

interface PageOf<T> {
  items: T[];
  next: string | null;
}

const most = 500;

/** All pages of a list that is kept by number: from its beginning, oldest first, until one is not full. */
export async function everyPage<T>(ask: (after: string) => Promise<PageOf<T>>): Promise<T[]> {
  const all: T[] = [];
  let after = '0';
  while (true) {
    const { items, next } = await ask(after);
    all.push(...items);
    if (items.length < most || next === null || next === after) return all;
    after = next;
  }
}

const limit = most;

export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: ({ signal }) => everyPage(after => answer(api.GET('/api/organisations', { params: { query: { after, limit } }, signal }))),
  staleTime: 60_000,
});

export const lintQuery = queryOptions({
  queryKey: ['organisations', 'lint'],
  queryFn: ({ signal }) => everyPage(after => answer(api.GET('/api/directory/lint', { params: { query: { after, limit } }, signal }))),
  staleTime: 60_000,
});

export const lateQuery = queryOptions({
  queryKey: ['organisations', 'late'],
  queryFn: ({ signal }) => everyPage(after => answer(api.GET('/api/attestations/late', { params: { query: { after, limit } }, signal }))),
  staleTime: 60_000,
});

export const attestationsQuery = queryOptions({
  queryKey: ['organisations', 'attestations'],
  queryFn: ({ signal }) => answer(api.GET('/api/attestations', { signal })),
  staleTime: 60_000,
});

export function fits(member: Listed, search: MembersSearch, troubled: ReadonlySet<string>, late: ReadonlySet<string>): boolean {
  if (!saysAll(`${member.name} ${member.nameEn ?? ''}`, search.q)) return false;
  if (search.ceptoar && !member.ceptoars.includes(search.ceptoar) && !member.secondHop.includes(search.ceptoar)) return false;
  if (search.show === 'inactive') return !member.active;
  if (!member.active) return false;
  return search.show === 'problems' ? troubled.has(member.id) : search.show === 'late' ? late.has(member.id) : true;
}

/** What a person may do with an organisation; the API judges for itself. */
export function mayOf(me: Me, organisation: { id: string; kind: string }) {
  const has = (role: string) => me.roles.includes(role);
  const own = organisation.id === me.organisation.id;
  const administrator = has('administrator');
  const ofSecretariat = has('secretariat') && !own && organisation.kind === 'operator';
  return {
    own,
    /** Name, sectors, CEPTOARs. */
    describe: administrator || ofSecretariat,
    /** Channels, desk, executive. */
    contacts: administrator || ofSecretariat || (own && (has('operator') || has('manager') || has('secretariat'))),
    /** Roster, desk and executive: a manager, not every operator. */
    roster: administrator || ofSecretariat || (own && (has('manager') || has('secretariat'))),
    attest: own && (has('operator') || has('manager')),
    ask: administrator || ofSecretariat,
    people: administrator || (own && has('manager')),
    clients: administrator || ofSecretariat || (own && has('manager')),
    rotate: administrator || (own && has('manager')),
    identifying: administrator || own,
    identify: own && (has('operator') || has('manager')),
    terms: own && has('manager'),
  };
}

export type May = ReturnType<typeof mayOf>;

const path = (id: string) => ({ path: { id } });

/** Parts of an organisation have its key, so that one change renews them all. */
export function organisationQuery(id: string) {
  return queryOptions({
    queryKey: ['organisation', id],
    queryFn: ({ signal }) => answer(api.GET('/api/organisations/{id}', { params: path(id), signal })),
  });
}

export function peopleQuery(organisationId: string) {
  return queryOptions({
    queryKey: ['organisation', organisationId, 'people'],
    queryFn: ({ signal }) =>
      everyPage(after => answer(api.GET('/api/people', { params: { query: { organisationId, after, limit } }, signal }))),
  });
}

/** What is renewed once something of an organisation has changed. */
export function changed(queries: QueryClient, id: string): Promise<unknown> {
  return Promise.all([
    queries.invalidateQueries({ queryKey: ['organisation', id] }),
    queries.invalidateQueries({ queryKey: ['organisations'] }),
  ]);
}
