import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';

/** A hint of the live line renews it, as it renews the inbox. */
export function situationQuery(hours: number) {
  return queryOptions({
    queryKey: ['advisories', 'situation', hours],
    queryFn: ({ signal }) => answer(api.GET('/api/situation', { params: { query: { hours } }, signal })),
    refetchInterval: 15_000,
    placeholderData: keepPreviousData,
  });
}
