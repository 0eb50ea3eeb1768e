import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';
import { inboxKey } from '@/inbox/inbox';

export type RelayHop = Schemas['GetRelayHopView'];
export type WaitingHop = Schemas['ListRelaysItem'];
export type RelayRule = Schemas['ListRelayRulesView'];
export type Pace = Schemas['ListEscalationRulesView'];

/** The hops that wait at this body, those first that go on by themselves soonest. Under the key of the inbox: what arrives renews it. */
export const waitingQuery = queryOptions({
  queryKey: [...inboxKey, 'relays'],
  queryFn: ({ signal }) => answer(api.GET('/api/relays', { signal })),
  refetchInterval: 30_000,
});

/** Under the key of the inbox, too. */
export function relayQuery(id: string) {
  return queryOptions({
    queryKey: [...inboxKey, 'relay', id],
    queryFn: ({ signal }) => answer(api.GET('/api/advisories/{id}/relay', { params: { path: { id } }, signal })),
    staleTime: 20_000,
    refetchInterval: 60_000,
  });
}

export const relayRulesQuery = queryOptions({
  queryKey: ['relay-rules'],
  queryFn: ({ signal }) => answer(api.GET('/api/relay-rules', { signal })),
});

export const pacesQuery = queryOptions({
  queryKey: ['escalation-rules'],
  queryFn: ({ signal }) => answer(api.GET('/api/escalation-rules', { signal })),
});

export const largeScaleQuery = queryOptions({
  queryKey: ['large-scale-mode'],
  queryFn: ({ signal }) => answer(api.GET('/api/large-scale-mode', { signal })),
});
