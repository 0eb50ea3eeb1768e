import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';

export type LabelChange = Schemas['LabelChangeView'];

export const labelsQuery = queryOptions({
  queryKey: ['labels'],
  queryFn: ({ signal }) => answer(api.GET('/api/labels', { params: { query: { limit: 200 } }, signal })),
  refetchInterval: 15_000,
});

export function labelQuery(id: string) {
  return queryOptions({
    queryKey: ['labels', id],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/{id}/label', { params: { path: { id } }, signal })),
    refetchInterval: 30_000,
  });
}

export const openingsQuery = queryOptions({
  queryKey: ['identity-openings'],
  queryFn: ({ signal }) => answer(api.GET('/api/identity-openings', { signal })),
  refetchInterval: 30_000,
});
