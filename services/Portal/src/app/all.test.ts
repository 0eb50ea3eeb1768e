import { expect, it } from 'vitest';
import { allOf, atMost, endOf } from './all';

it.each([
  [3, 100, 'all'],
  [100, 100, 'more'],
  [499, atMost, 'all'],
  [atMost, atMost, 'cut'],
])('%d of at most %d: %s', (count, limit, end) => {
  expect(endOf(count, limit)).toBe(end);
});

it('the older ones are asked for by the address', () => {
  expect([{ all: true }, { all: 'yes' }, {}].map(allOf)).toEqual([{ all: true }, {}, {}]);
});
