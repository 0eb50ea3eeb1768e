import createClient, { type FetchResponse } from 'openapi-fetch';
import { language } from '@/app/language';
import { session } from '@/app/session/session';
import { Problem } from './problem';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/** Calls the hub as the signed-in person. A ticket that does not count any more is renewed; where the session is over the call waits until the person has signed in again. */
async function hubFetch(request: Request): Promise<Response> {
  while (true) {
    const ticket = await session.ticket();
    const call = new Request(request.clone());
    call.headers.set('Authorization', `Bearer ${ticket}`);
    call.headers.set('Accept-Language', language());
    const response = await reach(call);
    if (response.status !== 401) return response;

    session.refused(ticket);
  }
}

async function reach(call: Request): Promise<Response> {
  try {
    return await fetch(call);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw Problem.unreachable();
  }
}

/** The hub's API, typed from its description: `api.GET('/api/advisories/{id}', { params: { path: { id } } })`. */
export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', fetch: hubFetch });

/** What was answered; throws a {@link Problem} for anything but 2xx. */
export async function answer<T extends Record<string | number, unknown>, O, M extends `${string}/${string}`>(
  call: Promise<FetchResponse<T, O, M>>,
): Promise<NonNullable<FetchResponse<T, O, M>['data']>> {
  const { data, error, response } = await call;
  if (!response.ok) throw Problem.read(response.status, error, response.headers.get('X-Request-Id') ?? undefined);
  return data as NonNullable<FetchResponse<T, O, M>['data']>;
}

/** The raw answer, for files and other forms than JSON. */
export async function download(path: string, accept: string): Promise<Response> {
  const response = await hubFetch(new Request(path, { headers: { Accept: accept } }));
  if (!response.ok) throw await Problem.of(response);
  return response;
}
