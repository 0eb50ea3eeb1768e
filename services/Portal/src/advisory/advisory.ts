import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';

export type Advisory = Schemas['GetAdvisoryView'];

export function advisoryQuery(id: string) {
  return queryOptions({
    queryKey: ['advisory', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/advisories/{id}', { params: { path: { id } }, headers: { Accept: 'application/json' }, signal })),
  });
}
