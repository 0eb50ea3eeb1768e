import { describe, expect, it } from 'vitest';
import type { DrillItem } from './drills';
import { changeOf, isFree, planOf, rowsOf, termsOf, usualTerms } from './schedule';

const drill = (part: Partial<DrillItem>): DrillItem =>
  ({
    id: 'd',
    ceptoar: 'telecom',
    state: 'planned',
    announced: true,
    startsAt: '2026-12-01T01:00:30Z',
    window: null,
    minutes: 180,
    pace: 1,
    tlp: 'GREEN',
    ...part,
  }) as DrillItem;

describe('the schedule of drills', () => {
  it('is sent as a moment or as a window, by the clock of Japan', () => {
    expect(planOf({ ...usualTerms, startsAt: '2026-12-01T10:00' })).toEqual({
      startsAt: '2026-12-01T01:00:00.000Z',
      window: null,
      minutes: 180,
      pace: 1,
      tlp: 'GREEN',
    });
    expect(planOf({ ...usualTerms, announced: false, from: '2026-12-01T00:00', until: '', minutes: '６０' })).toMatchObject({
      startsAt: null,
      window: { from: '2026-11-30T15:00:00.000Z', until: null },
      minutes: 60,
    });
    expect(planOf({ ...usualTerms, minutes: 'two hours' }).minutes).toBeNull();
  });

  it('keeps the moment to the second where nobody touched it', () => {
    const planned = drill({});
    expect(changeOf({ ...termsOf(planned), minutes: '90' }, planned)).toMatchObject({ startsAt: null, window: null, minutes: 90 });
    expect(changeOf({ ...termsOf(planned), startsAt: '2026-12-02T10:00' }, planned).startsAt).toBe('2026-12-02T01:00:00.000Z');
  });

  it('does not show the drawn moment in the fields of a window', () => {
    const unannounced = drill({ announced: false, window: { from: '2026-12-01T00:00:00Z', until: '2026-12-05T00:00:00Z' } });
    expect(termsOf(unannounced)).toMatchObject({ announced: false, startsAt: '', from: '2026-12-01T09:00', until: '2026-12-05T09:00' });
    expect(changeOf(termsOf(unannounced), unannounced)).toMatchObject({ startsAt: null, window: null });
  });

  it('shows what was called off only where nothing took its place', () => {
    const cancelled = drill({ id: 'old', state: 'cancelled' });
    const [telecom, rail] = rowsOf([{ code: 'telecom' }, { code: 'rail' }], [cancelled, drill({ id: 'new' })]);
    expect(telecom?.drills.map(d => d.id)).toEqual(['new']);
    expect(rail?.drills).toEqual([]);
    expect(rowsOf([{ code: 'telecom' }], [cancelled])[0]?.drills).toEqual([cancelled]);
    expect(isFree([cancelled])).toBe(true);
    expect(isFree([drill({ state: 'running' })])).toBe(false);
  });
});
