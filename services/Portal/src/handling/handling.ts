import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { Problem } from '@/api/problem';
import { type Keyed, useWrite } from '@/api/write';
import { session } from '@/app/session/session';

export const handlingRulesQuery = queryOptions({
  queryKey: ['handling-rules'],
  queryFn: async ({ signal }) => (await answer(api.GET('/api/handling-rules', { signal }))).items,
  staleTime: Number.POSITIVE_INFINITY,
});

/** How long the services may take to hear of it. */
const patience = 20_000;
const pause = 500;

/** Registry says yes at once; what others share opens as soon as the services have heard. */
async function accept({ id, version }: { id: string; version: number }, keyed: Keyed): Promise<void> {
  await answer(api.POST('/api/organisations/{id}/handling-rules', { params: { path: { id } }, body: { version }, ...keyed }));
  for (const until = Date.now() + patience; Date.now() < until; ) {
    try {
      await answer(api.GET('/api/advisories', { params: { query: { limit: 1 } } }));
      return;
    } catch (error) {
      if (!(error instanceof Problem && error.status === 409)) return;
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }
}

/** Accepts the rules for the person's organisation; the session then knows. */
export function useAccept() {
  return useWrite(accept, { onDone: () => session.start() });
}
