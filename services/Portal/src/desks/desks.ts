import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';

export type DeskOfBody = Schemas['ListDesksView'];

/** Who stands by the own organisation: the secretariats of its CEPTOARs, its ministries, the centre. */
export const desksQuery = queryOptions({
  queryKey: ['desks'],
  queryFn: ({ signal }) => answer(api.GET('/api/desks', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});
