import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Acknowledging, catchUpSpread } from './acknowledging';

describe('what is delivered', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('is told at once where it came live, and within two seconds where it was caught up', async () => {
    const tell = vi.fn(async () => undefined);
    const acknowledging = new Acknowledging(tell);
    vi.spyOn(Math, 'random').mockReturnValueOnce(0.1).mockReturnValueOnce(0.99);
    acknowledging.delivered('live', false);
    acknowledging.delivered('early', true);
    acknowledging.delivered('late', true);
    expect(tell.mock.calls).toEqual([['live']]);
    await vi.advanceTimersByTimeAsync(catchUpSpread / 2);
    expect(tell.mock.calls).toEqual([['live'], ['early']]);
    await vi.advanceTimersByTimeAsync(catchUpSpread / 2);
    expect(tell.mock.calls).toEqual([['live'], ['early'], ['late']]);
  });

  it('is told again on the next line where the last one broke, and then no more', async () => {
    const tell = vi.fn(async () => undefined as unknown);
    tell.mockRejectedValueOnce(new Error('the line broke'));
    const acknowledging = new Acknowledging(tell);
    acknowledging.delivered('a', true);
    await vi.advanceTimersByTimeAsync(catchUpSpread);
    acknowledging.again();
    await vi.advanceTimersByTimeAsync(catchUpSpread);
    acknowledging.again();
    await vi.advanceTimersByTimeAsync(catchUpSpread);
    expect(tell).toHaveBeenCalledTimes(2);
  });
});
