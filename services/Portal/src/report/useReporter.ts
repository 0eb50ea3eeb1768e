import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { useMe } from '@/app/session/useSession';
import { ceptoarsQuery } from '@/directory/directory';
import { groupsQuery } from '@/groups/groups';
import { type Group, groupsToName, type Reporter } from './audience';

export const organisationsQuery = queryOptions({
  queryKey: ['organisations', 'mine'],
  queryFn: ({ signal }) => answer(api.GET('/api/organisations', { params: { query: { limit: 500 } }, signal })),
  staleTime: 300_000,
});

/** Whose report it is, what groups it may name, and whether its secretariat is the ministry. */
export function useReporter(onBehalfOf: string | null | undefined): { reporter: Reporter; groups: readonly Group[] } {
  const me = useMe();
  const groups = useQuery(groupsQuery);
  const organisations = useQuery(organisationsQuery);
  const ceptoars = useQuery(ceptoarsQuery);
  const organisation = organisations.data?.items.find(o => o.id === (onBehalfOf ?? me.organisation.id));
  const codes = onBehalfOf ? (organisation?.ceptoars ?? []) : me.ceptoars.map(c => c.code);
  const own = (ceptoars.data ?? []).filter(c => codes.includes(c.code));
  const reporter: Reporter = {
    ceptoarCodes: codes,
    ceptoars: onBehalfOf ? own.map(c => c.name) : me.ceptoars.map(c => c.name),
    secretariatIsMinistry: own.some(c => c.secretariat.id === c.ministry.id),
    sectors: organisation?.sectors ?? [],
  };
  return { reporter, groups: groupsToName(groups.data ?? [], reporter) };
}
