import type { Schemas } from '@/api/client';
export const services = ['registry', 'intake', 'classification', 'anonymisation', 'distribution', 'drills'] as const;
export type Service = (typeof services)[number];

/** How a service answered, and what that means for who works with the hub. */
export type Standing = 'down' | 'halting' | 'failed' | 'late' | 'well';

/** What waits longer than this has been stuck: what is published waits for milliseconds. */
const lateAfter = 10;
/** So many messages at once are a backlog, not work in passage. */
const backlog = 1_000;

export function standing(state: Schemas['SystemStateView'] | undefined): Standing {
  if (!state) return 'down';
  const queues = state.queues ?? [];
  if (!state.ready || queues.some(queue => queue.consumers === 0 && queue.waiting > 0)) return 'halting';
  if (state.failed > 0) return 'failed';
  if ((state.outbox?.oldestSeconds ?? 0) > lateAfter || queues.some(queue => queue.waiting >= backlog)) return 'late';
  return 'well';
}

const order: readonly Standing[] = ['down', 'halting', 'failed', 'late', 'well'];

/** The hub stands as its worst service does. */
export function worst(all: readonly Standing[]): Standing {
  return order.find(standing => all.includes(standing)) ?? 'well';
}
