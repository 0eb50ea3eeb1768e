import { expect, test } from 'vitest';
import { byNeed, ladder, percent, spoken } from './rules';

const none = { queued: 0, pushed: 0, delivered: 0, opened: 0, confirmed: 0, cannotAct: 0 };

test('Each recipient stands on one rung; silent is who neither confirmed nor cannot act', () => {
  expect(
    ladder([
      { ...none, queued: 1, pushed: 2, delivered: 3 },
      { ...none, opened: 4, confirmed: 5, cannotAct: 6 },
    ]),
  ).toEqual({ recipients: 21, confirmed: 5, cannotAct: 6, opened: 4, unopened: 6, silent: 10 });
});

test('All is said only of all', () => {
  expect(percent(999, 1000)).toBe(99);
  expect(percent(1000, 1000)).toBe(100);
  expect(percent(0, 0)).toBe(0);
});

test.each([
  [0.44, '0.4 秒', '0.4 s'],
  [59, '59 秒', '59 s'],
  [60, '1 分', '1 min'],
  [3600, '1 時間', '1 h'],
  [11_100, '3 時間 5 分', '3 h 5 min'],
])('%d seconds', (seconds, ja, en) => {
  expect(spoken(seconds, 'ja')).toBe(ja);
  expect(spoken(seconds, 'en')).toBe(en);
});

const silent = (name: string, at: string, part: { reached?: boolean; onCallList?: boolean } = {}) => ({
  organisationId: name,
  name,
  state: 'queued',
  at,
  onCallList: part.onCallList ?? false,
  ...(part.reached === undefined ? {} : { lastCall: { channel: 'telephone', reached: part.reached, by: 'x', at } }),
});

test('Whom nobody called comes first', () => {
  const sorted = byNeed([silent('a', '1', { reached: true }), silent('b', '1', { reached: false }), silent('c', '2'), silent('d', '1')]);
  expect(sorted.map(s => s.name)).toEqual(['d', 'c', 'b', 'a']);
});

test('Before all others come those whom the hub could not reach, until somebody has', () => {
  const sorted = byNeed([
    silent('never called', '1'),
    silent('reached by a call', '1', { onCallList: true, reached: true }),
    silent('called in vain', '1', { onCallList: true, reached: false }),
    silent('on the list', '9', { onCallList: true }),
  ]);
  expect(sorted.map(s => s.name)).toEqual(['on the list', 'called in vain', 'never called', 'reached by a call']);
});
