import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';

export type Advisory = Schemas['GetAdvisoryView'];

const path = (id: string) => ({ path: { id } });

export function advisoryQuery(id: string) {
  return queryOptions({
    queryKey: ['advisory', id],
    queryFn: ({ signal }) => answer(api.GET('/api/advisories/{id}', { params: path(id), headers: { Accept: 'application/json' }, signal })),
  });
}

export function answersQuery(id: string) {
  return queryOptions({
    queryKey: ['advisory', id, 'answers'],
    queryFn: ({ signal }) => answer(api.GET('/api/advisories/{id}/answers', { params: path(id), signal })),
  });
}

export function questionsQuery(id: string) {
  return queryOptions({
    queryKey: ['advisory', id, 'questions'],
    queryFn: ({ signal }) => answer(api.GET('/api/advisories/{id}/questions', { params: path(id), signal })),
  });
}

/** Offers a text as a file. */
export function save(name: string, type: string, text: BlobPart): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
