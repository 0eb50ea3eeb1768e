import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';

export type Group = Schemas['GetGroupView'];
export type Circle = Required<Schemas['Circle']>;

export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  queryFn: ({ signal }) => answer(api.GET('/api/groups', { signal })),
  select: ({ items }) => items,
  staleTime: 300_000,
});

export function groupQuery(groupId: string) {
  return queryOptions({
    queryKey: ['groups', groupId],
    queryFn: ({ signal }) => answer(api.GET('/api/groups/{groupId}', { params: { path: { groupId } }, signal })),
  });
}

export function groupMembersQuery(groupId: string) {
  return queryOptions({
    queryKey: ['groups', groupId, 'members'],
    queryFn: ({ signal }) => answer(api.GET('/api/groups/{groupId}/members', { params: { path: { groupId } }, signal })),
  });
}

/** Kinds that people make; the others every hub has. */
export const made = ['named', 'workingGroup'] as const;

export function isMade(kind: string): boolean {
  return made.some(k => k === kind);
}

export function whole(circle: Schemas['Circle'] | null | undefined): Circle {
  return {
    ceptoars: circle?.ceptoars ?? [],
    sectors: circle?.sectors ?? [],
    kinds: circle?.kinds ?? [],
    organisations: circle?.organisations ?? [],
    groups: circle?.groups ?? [],
  };
}

/** A circle that names nobody is not sent as an exception. */
export function orNobody(circle: Circle): Circle | null {
  return Object.values(circle).some(named => named.length > 0) ? circle : null;
}
