import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';

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
