import { describe, expect, it } from 'vitest';
import { fits, inOrder, type LabelItem, lowers } from './rules';

const item = (number: string, severity: string, urgency: string, decidedAt = '2026-11-21T00:00:00Z') =>
  ({ number, severity, urgency, decidedAt, drill: false, drillMarked: false }) as LabelItem;

describe('inOrder', () => {
  it('has the urgent first, the gravest of them before, unknown last', () =>
    expect(
      inOrder([
        item('1', 'low', 'normal'),
        item('2', 'high', 'urgent'),
        item('3', 'unknown', 'urgent'),
        item('4', 'critical', 'urgent'),
        item('5', 'critical', 'normal'),
      ]).map(i => i.number),
    ).toEqual(['4', '2', '3', '5', '1']));
  it('has what is live before drills, however urgent those are', () =>
    expect(inOrder([{ ...item('1', 'critical', 'urgent'), drill: true }, item('2', 'low', 'normal')]).map(i => i.number)).toEqual([
      '2',
      '1',
    ]));
  it('has the newest first among equals', () =>
    expect(inOrder([item('1', 'low', 'normal'), item('2', 'low', 'normal', '2026-11-21T01:00:00Z')]).map(i => i.number)).toEqual([
      '2',
      '1',
    ]));
});

it('fits finds a number however it is typed', () => {
  expect(fits(item('R-2026-000018', 'low', 'normal'), { q: 'ｒ-2026-000018' })).toBe(true);
  expect(fits(item('R-2026-000018', 'low', 'normal'), { show: 'urgent' })).toBe(false);
});

it('lowers where either label goes down', () => {
  const label = { original: 'AMBER', ceiling: 'GREEN' } as const;
  expect(lowers(label, 'RED', 'GREEN')).toBe(false);
  expect(lowers(label, 'AMBER', 'CLEAR')).toBe(true);
  expect(lowers(label, 'GREEN', 'GREEN')).toBe(true);
});
