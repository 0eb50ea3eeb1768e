import { answer, api, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import type { Keyed } from '@/api/write';
import type { Service } from './standing';

/** Undefined where the service does not answer: the front door says so. */
export async function askState(service: Service, signal: AbortSignal): Promise<Schemas['SystemStateView'] | undefined> {
  try {
    return await answer(api.GET(`/api/system/${service}`, { signal }));
  } catch (error) {
    if (error instanceof Problem && error.isOutage && error.status !== 0) return undefined;
    throw error;
  }
}

export function replay(service: Service, queue: string, keyed: Keyed): Promise<Schemas['SystemStateReplayed']> {
  return answer(api.POST(`/api/system/${service}/error-queues/{name}/replay`, { params: { path: { name: queue } }, ...keyed }));
}
