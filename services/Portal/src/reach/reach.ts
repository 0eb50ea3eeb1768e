import { queryOptions } from '@tanstack/react-query';
import { answer, api, download, type Schemas } from '@/api/client';

export type Reach = Omit<Schemas['GetReachView'], 'silent'> & { silent: Schemas['SilentOne'][] | null };
export type Hop = Schemas['GetReachHop'];
export type States = Schemas['GetReachStates'];

const path = (id: string) => ({ path: { id } });

/** Renewed by the live line; asked again each minute where it does not tell. */
export function reachQuery(id: string) {
  return queryOptions({
    queryKey: ['reach', id],
    queryFn: ({ signal }): Promise<Reach> => answer(api.GET('/api/advisories/{id}/reach', { params: path(id), signal })),
    refetchInterval: 60_000,
  });
}

export function callsQuery(id: string) {
  return queryOptions({
    queryKey: ['reach', id, 'calls'],
    queryFn: ({ signal }): Promise<Schemas['ListCallsView']> => answer(api.GET('/api/advisories/{id}/calls', { params: path(id), signal })),
  });
}

/** What the hub did to reach those who are silent; under the key of the reach, so that the live line renews it. */
export function escalationQuery(id: string) {
  return queryOptions({
    queryKey: ['reach', id, 'escalation'],
    queryFn: ({ signal }) => answer(api.GET('/api/advisories/{id}/escalation', { params: path(id), signal })),
    // what is planned changes without a step, and of that the live line says nothing
    refetchInterval: 15_000,
  });
}

/** The sheet for the fax, a page of HTML that the hub makes. */
export function sheetQuery(id: string, language: string) {
  return queryOptions({
    queryKey: ['advisory', id, 'sheet', language],
    queryFn: async () => (await download(`/api/advisories/${id}/sheet`, 'text/html')).text(),
    retry: false,
  });
}
