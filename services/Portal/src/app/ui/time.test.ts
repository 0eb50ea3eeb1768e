import { describe, expect, it } from 'vitest';
import { grainedTime, japanTime, relativeTime } from './time';

const now = new Date('2026-11-21T12:00:00Z');

describe('time', () => {
  it('is that of Japan in either language', () => {
    expect(japanTime(new Date('2026-11-21T15:30:00Z'), 'ja', now)).toBe('11月22日 00:30');
    expect(japanTime(new Date('2026-11-21T15:30:00Z'), 'en', now)).toBe('22 Nov 00:30');
  });

  it('names the year where it is another one', () => {
    expect(japanTime(new Date('2025-12-31T15:00:00Z'), 'ja', now)).toBe('1月1日 00:00');
    expect(japanTime(new Date('2025-12-31T14:59:00Z'), 'ja', now)).toBe('2025年12月31日 23:59');
  });

  it.each([
    [-30, undefined],
    [-90, '1 分前'],
    [-7200, '2 時間前'],
    [-90_000, '1 日前'],
    [7300, '2 時間後'],
  ])('%i seconds from now', (seconds, said) => {
    expect(relativeTime(new Date(now.getTime() + seconds * 1000), 'ja', now)).toBe(said);
  });

  it.each([
    ['month', '2026年11月', 'Nov 2026'],
    ['day', '2026年11月22日', '22 Nov 2026'],
    ['hour', '2026年11月22日 0時台', '22 Nov 2026 00:00–00:59'],
  ])('known to the %s says no more', (grain, ja, en) => {
    expect(grainedTime(new Date('2026-11-21T15:00:00Z'), grain, 'ja')).toBe(ja);
    expect(grainedTime(new Date('2026-11-21T15:00:00Z'), grain, 'en')).toBe(en);
  });
});
