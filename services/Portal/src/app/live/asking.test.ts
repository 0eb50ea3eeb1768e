import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Asking } from './asking';

const spread = 2_000;

describe('the question after hints', () => {
  let drawn = 0;
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockImplementation(() => drawn);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** After how many milliseconds the hub is asked. */
  function askedAfter(hear: (asking: Asking) => void): number {
    let at = Number.NaN;
    const began = Date.now();
    const asking = new Asking(() => {
      at = Date.now() - began;
    });
    hear(asking);
    vi.advanceTimersByTime(spread);
    return at;
  }

  it('is spread evenly over the whole time that the hint names', () => {
    const moments = Array.from({ length: 100 }, (_, n) => {
      drawn = n / 100;
      return askedAfter(asking => asking.hear('a', spread));
    });
    expect(moments).toEqual(Array.from({ length: 100 }, (_, n) => n * (spread / 100)));
  });

  it('stays even when many hints come together: one moment is drawn for all', () => {
    drawn = 0.75;
    const moment = askedAfter(asking => {
      asking.hear('a', spread);
      drawn = 0.01;
      for (const id of ['b', 'c', 'd']) asking.hear(id, spread);
    });
    expect(moment).toBe(1_500);
  });

  it('comes at once for what is urgent, and takes along what waits', () => {
    const refresh = vi.fn();
    drawn = 0.9;
    const asking = new Asking(refresh);
    asking.hear('waits', spread);
    asking.hear('urgent', 0);
    vi.advanceTimersByTime(0);
    expect(refresh.mock.calls).toEqual([[['waits', 'urgent']]]);
    vi.advanceTimersByTime(spread);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('is one for a hundred hints, and one more for what comes after it', () => {
    const refresh = vi.fn();
    drawn = 0.5;
    const asking = new Asking(refresh);
    for (let n = 0; n < 100; n++) asking.hear(`${n}`, spread);
    vi.advanceTimersByTime(spread);
    asking.hear('later', spread);
    vi.advanceTimersByTime(spread);
    expect(refresh.mock.calls.map(([ids]) => ids.length)).toEqual([100, 1]);
  });

  it('is not asked any more once the line ended', () => {
    const refresh = vi.fn();
    const asking = new Asking(refresh);
    asking.hear('a', spread);
    asking.stop();
    vi.advanceTimersByTime(spread);
    expect(refresh).not.toHaveBeenCalled();
  });
});
