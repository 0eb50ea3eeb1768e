import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';
import { atMost } from '@/app/all';

export type LabelChange = Schemas['LabelChangeView'];

export const labelsKey = ['labels'];

/** The newest labels that one may see. */
export function labelsQuery(limit = atMost) {
  return queryOptions({
    queryKey: [...labelsKey, limit],
    queryFn: ({ signal }) => answer(api.GET('/api/labels', { params: { query: { limit } }, signal })),
    refetchInterval: 15_000,
  });
}

export function labelQuery(id: string) {
  return queryOptions({
    queryKey: [...labelsKey, id],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/{id}/label', { params: { path: { id } }, signal })),
    refetchInterval: 30_000,
  });
}

export const openingsQuery = queryOptions({
  queryKey: ['identity-openings'],
  queryFn: ({ signal }) => answer(api.GET('/api/identity-openings', { signal })),
  refetchInterval: 30_000,
});
