import { describe, expect, it } from 'vitest';
import { Numbers } from './numbers';

describe('the numbers of a mailbox', () => {
  it('hears each once, in whatever order', () => {
    const numbers = new Numbers(3);
    expect([5, 4, 4, 3, 6, 5].map(n => numbers.hear(n))).toEqual([true, true, false, false, true, false]);
    expect(numbers.upTo).toBe(6);
  });

  it('catches up from before a gap', () => {
    const numbers = new Numbers(0);
    numbers.hear(1);
    numbers.hear(7);
    expect(numbers.upTo).toBe(1);
  });
});
