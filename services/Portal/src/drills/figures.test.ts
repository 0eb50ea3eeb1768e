import { describe, expect, it } from 'vitest';
import type { Figures, Stage } from './drills';
import { confirmedShare, curves, faultOf, rate, rungs, told, within, years } from './figures';

const figures = (part: Partial<Figures>): Figures => ({
  participants: 10,
  queued: 0,
  pushed: 0,
  delivered: 0,
  opened: 0,
  confirmed: 0,
  cannotAct: 0,
  answered: 0,
  stages: [],
  channels: [],
  faults: [],
  ...part,
});

describe('the figures of a drill', () => {
  it.each([
    [0.9996, '99.9 %'],
    [1, '100.0 %'],
    [0, '0.0 %'],
    [0.8545, '85.5 %'],
    [null, '–'],
  ])('%s is told as %s', (share, said) => {
    expect(rate(share)).toBe(said);
  });

  it('have no rate where nobody was to be reached', () => {
    expect(confirmedShare({ participants: 0, confirmed: 0 })).toBeNull();
    expect(confirmedShare({ participants: 4, confirmed: 3 })).toBe(0.75);
    expect(told(null, 'ja')).toBe('–');
    expect(told(600, 'ja')).toBe('10 分');
  });

  it.each([
    ['silent', { kind: 'cause', cause: 'silent' }],
    ['mail:bounced:5.1.1', { kind: 'tried', channel: 'mail', state: 'bounced', status: '5.1.1' }],
    ['telephone:notReached', { kind: 'tried', channel: 'telephone', state: 'notReached', status: undefined }],
    ['bouncing:mail', { kind: 'bouncing', channel: 'mail' }],
  ])('fail by %s', (code, fault) => {
    expect(faultOf(code)).toEqual(fault);
  });

  it('are drawn in minutes and percent', () => {
    const stage = (hop: string, curve: { seconds: number; share: number }[]) => ({ hop, reach: { curve } }) as unknown as Stage;
    const drawn = curves([
      stage('audience', []),
      stage('liaison', [{ seconds: 30, share: 1 }]),
      stage('members', [
        { seconds: 0, share: 0 },
        { seconds: 90, share: 0.5 },
      ]),
    ]);
    expect(drawn.map(curve => curve.hop)).toEqual(['liaison', 'members']);
    expect(drawn[0]?.points).toEqual([
      [0.5, 100],
      [1.5, 100],
    ]);
    expect(drawn[1]?.points.at(-1)).toEqual([1.5, 50]);
  });

  it('stand on the board each once', () => {
    const at = rungs(figures({ queued: 9, pushed: 8, delivered: 7, opened: 5, confirmed: 3, cannotAct: 1 }));
    expect(at).toEqual({ confirmed: 3, cannotAct: 1, opened: 1, delivered: 2, sent: 2, waiting: 1 });
    expect(Object.values(at).reduce((sum, n) => sum + n)).toBe(10);
  });

  it('stand year beside year, the oldest first', () => {
    expect(years({ year: 2026 }, [{ year: 2025 }, { year: 2024 }]).map(y => y.year)).toEqual([2024, 2025, 2026]);
  });

  it('weigh each stage by its recipients', () => {
    const stage = (recipients: number, within30Min: number | null) => ({ recipients, reach: { within30Min } }) as unknown as Stage;
    expect(within(figures({ stages: [stage(1, 1), stage(3, 0.5), stage(0, null)] }), 'within30Min')).toBe(0.625);
    expect(within(figures({}), 'within30Min')).toBeNull();
  });
});
