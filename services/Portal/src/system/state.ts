import { answer, api, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import type { Keyed } from '@/api/write';
import type { Service } from './standing';

// the description has them once the services answer them; until then the paths are named here alone
interface Untyped {
  GET(path: string, init: { signal: AbortSignal }): ReturnType<typeof api.GET>;
  POST(path: string, init: Keyed): ReturnType<typeof api.POST>;
}
const untyped = api as unknown as Untyped;

/** Undefined where the service does not answer: the front door says so. */
export async function askState(service: Service, signal: AbortSignal): Promise<Schemas['SystemStateView'] | undefined> {
  try {
    return (await answer(untyped.GET(`/api/system/${service}`, { signal }) as never)) as Schemas['SystemStateView'];
  } catch (error) {
    if (error instanceof Problem && error.isOutage && error.status !== 0) return undefined;
    throw error;
  }
}

export async function replay(service: Service, queue: string, keyed: Keyed): Promise<Schemas['SystemStateReplayed']> {
  return (await answer(
    untyped.POST(`/api/system/${service}/error-queues/${queue}/replay`, keyed) as never,
  )) as Schemas['SystemStateReplayed'];
}
