import { spoken } from '@/reach/rules';
import type { Figures, Stage } from './drills';

export const stages = ['liaison', 'secretariat', 'members', 'secondHop', 'audience'] as const;
export type StageName = (typeof stages)[number];

/** The marks at which the share that confirmed is told, in seconds. */
export const reachMarks = [
  ['within10Min', 600],
  ['within30Min', 1_800],
  ['within1H', 3_600],
  ['within2H', 7_200],
] as const;

/** A share as the field writes its confirmation rates: to a tenth of a percent, all of them only when nobody is missing. */
export function rate(share: number | null | undefined): string {
  if (share === null || share === undefined) return '–';
  const percent = Math.round(share * 1000) / 10;
  return `${(share < 1 ? Math.min(99.9, percent) : percent).toFixed(1)} %`;
}

export function confirmedShare(figures: Pick<Figures, 'participants' | 'confirmed'>): number | null {
  return figures.participants === 0 ? null : figures.confirmed / figures.participants;
}

export function told(seconds: number | null | undefined, language: 'ja' | 'en'): string {
  return seconds === null || seconds === undefined ? '–' : spoken(seconds, language);
}

/** A fault's code in its parts: what the table of causes names, or channel, state and status of what was tried in vain. */
export type Fault =
  | { kind: 'cause'; cause: 'silent' | 'cannotAct' | 'notRelayed' | 'notSent' | 'noChannel' | 'cannotRead' }
  | { kind: 'bouncing'; channel: string }
  | { kind: 'tried'; channel: string; state: string; status: string | undefined };

const causes = ['silent', 'cannotAct', 'notRelayed', 'notSent', 'noChannel', 'cannotRead'] as const;

export function faultOf(code: string): Fault {
  const cause = causes.find(c => c === code);
  if (cause) return { kind: 'cause', cause };
  const [first = '', state = '', ...status] = code.split(':');
  if (first === 'bouncing') return { kind: 'bouncing', channel: state };
  return { kind: 'tried', channel: first, state, status: status.length > 0 ? status.join(':') : undefined };
}

/** The curves as points of minutes and percent, all to the same end: a share stands until the next is reached. A stage that nobody confirmed has none. */
export function curves(of: readonly Stage[]): { hop: string; points: [number, number][] }[] {
  const drawn = of.filter(stage => stage.reach.curve.length > 0);
  const end = Math.max(0, ...drawn.flatMap(stage => stage.reach.curve.map(point => point.seconds)));
  return drawn.map(({ hop, reach: { curve } }) => {
    const stays = { seconds: end, share: curve.at(-1)?.share ?? 0 };
    return { hop, points: [...curve, stays].map(({ seconds, share }): [number, number] => [seconds / 60, share * 100]) };
  });
}

/** How many stand on each rung and went no further; who reached one reached those below it. */
export function rungs({ participants, queued, delivered, opened, confirmed, cannotAct }: Figures) {
  return {
    confirmed,
    cannotAct,
    opened: opened - confirmed - cannotAct,
    delivered: delivered - opened,
    sent: queued - delivered,
    waiting: participants - queued,
  };
}

/** Years side by side, the oldest first; the one that is looked at last. */
export function years<T extends { year: number }>(present: T, earlier: readonly T[]): T[] {
  return [...[...earlier].sort((a, b) => a.year - b.year), present];
}

/** The share of all stages together that confirmed within a time; null where there was nobody to reach. */
export function within({ stages: of }: Pick<Figures, 'stages'>, mark: (typeof reachMarks)[number][0]): number | null {
  const all = of.reduce((sum, stage) => sum + stage.recipients, 0);
  return all === 0 ? null : of.reduce((sum, stage) => sum + (stage.reach[mark] ?? 0) * stage.recipients, 0) / all;
}
