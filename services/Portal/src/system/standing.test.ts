import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { standing, worst } from './standing';

const well: Schemas['SystemStateView'] = {
  service: 'intake',
  ready: true,
  outbox: { waiting: 0, oldestSeconds: 0 },
  queues: [{ name: 'intake-case', waiting: 3, consumers: 1, failed: 0 }],
  failed: 0,
};
const queue = { name: 'q', waiting: 0, consumers: 1, failed: 0 };

describe('A service', () => {
  it.each([
    ['down', undefined],
    ['well', well],
    ['halting', { ...well, ready: false, outbox: null }],
    ['halting', { ...well, queues: [{ ...queue, waiting: 1, consumers: 0 }] }],
    ['well', { ...well, queues: [{ ...queue, consumers: 0 }] }],
    ['failed', { ...well, failed: 1 }],
    ['late', { ...well, outbox: { waiting: 4, oldestSeconds: 11 } }],
    ['late', { ...well, queues: [{ ...queue, waiting: 1_000 }] }],
  ] as const)('is %s', (expected, state) => {
    expect(standing(state as Schemas['SystemStateView'] | undefined)).toBe(expected);
  });

  it('that is worst says how the hub stands', () => {
    expect(worst(['well', 'late', 'failed'])).toBe('failed');
    expect(worst(['well'])).toBe('well');
  });
});
