import { expect, test } from 'vitest';
import type { Me } from '@/app/session/session';
import type { Ceptoar } from '@/directory/directory';
import type { RelayHop } from './relay';
import { deskOf, firstDue, keepsPace, keepsRule, minutesLeft, presses, wholeOf } from './rules';

const hop = (part: Partial<RelayHop>): RelayHop => ({
  hop: 'members',
  ceptoar: 'telecom',
  recipients: 1,
  openedAt: '2026-01-01T00:00:00Z',
  dueAt: null,
  relayedAt: null,
  note: null,
  ...part,
});

test('An advisory stands once on the desk, at the place of its first hop', () => {
  const waiting = ['b', 'a', 'b', 'c'].map((advisoryId, n) => ({ advisoryId, n }));
  expect(deskOf(waiting).map(hops => hops.map(h => h.n))).toEqual([[0, 2], [1], [3]]);
});

test('The first of the hops that go on by themselves tells the time; where all wait for a person none does', () => {
  expect(firstDue([hop({ dueAt: '2026-01-02' }), hop({ dueAt: '2026-01-01' }), hop({})])).toBe('2026-01-01');
  expect(firstDue([hop({})])).toBeUndefined();
});

test('The second hop is relayed for itself', () => {
  const hops = [hop({ hop: 'secretariat' }), hop({}), hop({ hop: 'secondHop' }), hop({ openedAt: null })];
  expect(presses(hops).map(p => [p.hop, p.hops.length])).toEqual([
    [null, 2],
    ['secondHop', 1],
  ]);
  expect(presses([hop({ relayedAt: '2026-01-01' })])).toEqual([]);
});

test('A rule is kept by who hands down, and by analysts', () => {
  const ceptoars = [{ code: 'telecom', secretariat: { id: 's', name: '' }, ministry: { id: 'm', name: '' } }] as Ceptoar[];
  const me = (id: string, ...roles: string[]) => ({ roles, organisation: { id } }) as unknown as Me;
  const rule = (name: string) => ({ ceptoar: 'telecom', hop: name });
  expect(keepsRule(me('s', 'secretariat'), rule('members'), ceptoars)).toBe(true);
  expect(keepsRule(me('s', 'secretariat'), rule('secretariat'), ceptoars)).toBe(false);
  expect(keepsRule(me('m', 'liaison'), rule('secretariat'), ceptoars)).toBe(true);
  expect(keepsRule(me('m', 'liaison'), rule('secondHop'), ceptoars)).toBe(false);
  expect(keepsRule(me('c', 'analyst'), rule('members'), ceptoars)).toBe(true);
});

test('Minutes are those that are still whole', () => {
  expect(minutesLeft('2026-01-01T00:10:00Z', new Date('2026-01-01T00:00:30Z'))).toBe(10);
  expect(minutesLeft('2026-01-01T00:00:00Z', new Date('2026-01-01T00:02:00Z'))).toBe(-2);
});

test('The pace of a CEPTOAR is kept by its secretariat, and by analysts', () => {
  const ceptoars = [{ code: 'telecom', secretariat: { id: 's', name: '' }, ministry: { id: 'm', name: '' } }] as Ceptoar[];
  const me = (id: string, ...roles: string[]) => ({ roles, organisation: { id } }) as unknown as Me;
  expect(keepsPace(me('s', 'secretariat'), 'telecom', ceptoars)).toBe(true);
  expect(keepsPace(me('s', 'secretariat'), 'gas', ceptoars)).toBe(false);
  expect(keepsPace(me('x', 'secretariat'), 'telecom', ceptoars)).toBe(false);
  expect(keepsPace(me('m', 'liaison'), 'telecom', ceptoars)).toBe(false);
  expect(keepsPace(me('c', 'analyst'), 'telecom', ceptoars)).toBe(true);
});

test.each([
  ['10', 10],
  [' １０ ', 10],
  ['', null],
  ['-1', null],
  ['1.5', null],
  ['ten', null],
])('%j is the whole number %s', (text, whole) => {
  expect(wholeOf(text)).toBe(whole);
});
