import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { patience, wouldLose } from './leaving';

describe('leaving a page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks nothing where nothing would be lost, and keeps nothing', async () => {
    const keep = vi.fn(async () => undefined);
    expect(await wouldLose(() => false, keep)).toBe(false);
    expect(keep).not.toHaveBeenCalled();
  });

  it('asks at once where nothing can be kept', async () => {
    expect(await wouldLose(() => true)).toBe(true);
  });

  it('goes without a question once it is kept', async () => {
    let unsaved = true;
    const keep = async () => {
      unsaved = false;
    };
    expect(await wouldLose(() => unsaved, keep)).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks where keeping fails, or takes longer than one waits', async () => {
    expect(
      await wouldLose(
        () => true,
        () => Promise.reject(new Error('away')),
      ),
    ).toBe(true);

    const asked = wouldLose(
      () => true,
      () => new Promise(() => undefined),
    );
    await vi.advanceTimersByTimeAsync(patience);
    expect(await asked).toBe(true);
  });
});
