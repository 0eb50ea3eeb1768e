import { expect, it } from 'vitest';
import { fits, listed } from './issued';

const draft = (id: string, issued: number) => ({ id, issued, title: id, tlp: 'GREEN', writtenAt: '2026-11-21T00:00:00Z' });
const item = (id: string, issuedAt: string) => ({
  id,
  title: id,
  number: 'A-1',
  tlp: 'GREEN',
  drill: false,
  issuedAt,
  state: 'released',
  severity: 'high',
  urgency: 'normal',
});

it('lists what is both once, and no drafts that are not out', () => {
  const all = listed(
    [draft('a', 1), draft('b', 0)] as never,
    [item('a', '2026-11-20T00:00:00Z'), item('c', '2026-11-22T00:00:00Z')] as never,
  );
  expect(all.map(one => [one.id, one.written])).toEqual([
    ['c', false],
    ['a', true],
  ]);
  expect(all.filter(one => fits(one, { show: 'written' })).map(one => one.id)).toEqual(['a']);
  expect(all.filter(one => fits(one, { q: 'Ｃ' })).map(one => one.id)).toEqual(['c']);
});
