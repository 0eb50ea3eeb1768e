import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';
import type { Role } from '@/app/roles';

export interface AttachedFile {
  id: string;
  name: string;
  size: number;
  sha256: string;
}

/** An advisory as its author's organisation writes it. */
export type Draft = Schemas['GetDraftView'] & { addressee?: string | null; attachments?: readonly AttachedFile[] };

export type DraftItem = Schemas['ListDraftsItem'];

/** Who writes; an approver of the centre lets out what others wrote. */
export const writers: readonly Role[] = ['secretariat', 'liaison', 'analyst'];
export const desk: readonly Role[] = [...writers, 'approver'];

const path = (id: string) => ({ path: { id } });

export const draftsKey = ['drafts'];

/** How many of the newest one sees first. */
export const newestDrafts = 200;

export function draftsQuery(limit = newestDrafts) {
  return queryOptions({
    queryKey: [...draftsKey, limit],
    queryFn: ({ signal }) => answer(api.GET('/api/advisories/drafts', { params: { query: { limit } }, signal })),
    refetchInterval: 30_000,
  });
}

export function draftQuery(id: string) {
  return queryOptions({
    queryKey: ['draft', id],
    queryFn: ({ signal }): Promise<Draft> => answer(api.GET('/api/advisories/{id}/draft', { params: path(id), signal })),
    refetchInterval: 20_000,
  });
}

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: ({ signal }) => answer(api.GET('/api/advisories/templates', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => answer(api.GET('/api/people', { params: { query: { limit: 500 } }, signal })),
  staleTime: 300_000,
});

export type Found = Schemas['GetPersonView'] & { organisationName?: string | null };

/** The hub finds nobody by less than two letters. */
const leastName = 2;

/** People by a part of their name or their organisation's: those whom what is RED names. */
export function foundPeopleQuery(named: string) {
  return queryOptions({
    queryKey: ['people', 'named', named],
    queryFn: ({ signal }) => answer(api.GET('/api/people', { params: { query: { named } }, signal })),
    enabled: named.length >= leastName,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** To whom a draft would go now: it changes with the draft, and with the directory. */
export function audienceQuery(id: string, revision: number) {
  return queryOptions({
    queryKey: ['draft', id, 'audience', revision],
    queryFn: ({ signal }) => answer(api.GET('/api/advisories/{id}/audience', { params: path(id), signal })),
  });
}
