import type { Schemas } from '@/api/client';
import type { States } from './reach';

/** Where the states of a hop's recipients stand on the ladder. */
export interface Ladder {
  recipients: number;
  confirmed: number;
  cannotAct: number;
  opened: number;
  /** In its mailbox, nobody looked at it yet. */
  unopened: number;
  /** Neither confirmed nor said that it cannot act. */
  silent: number;
}

export function ladder(states: readonly States[]): Ladder {
  const sum = (rung: keyof States) => states.reduce((total, s) => total + s[rung], 0);
  const [confirmed, cannotAct, opened] = [sum('confirmed'), sum('cannotAct'), sum('opened')];
  const unopened = sum('queued') + sum('pushed') + sum('delivered');
  return { recipients: confirmed + cannotAct + opened + unopened, confirmed, cannotAct, opened, unopened, silent: opened + unopened };
}

/** A share in whole percent; everyone is 100 % only when nobody is missing. */
export function percent(part: number, whole: number): number {
  if (whole === 0) return 0;
  return part === whole ? 100 : Math.min(99, Math.round((part / whole) * 100));
}

/** Seconds as one says them: 4 s, 12 min, 3 h 5 min. */
export function spoken(seconds: number, language: 'ja' | 'en'): string {
  const [hour, minute, second] = language === 'ja' ? [' 時間', ' 分', ' 秒'] : [' h', ' min', ' s'];
  if (seconds < 60) return `${seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds)}${second}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}${minute}`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}${hour}${rest ? ` ${rest}${minute}` : ''}`;
}

/**
 * Who is to be called first: those for whom the hub can do no more and whom nobody reached, then those who were not called, those whom
 * nobody reached, and within each by how long they have been silent.
 */
export function byNeed(silent: readonly Schemas['SilentOne'][]): Schemas['SilentOne'][] {
  const tried = (one: Schemas['SilentOne']) => (one.lastCall ? (one.lastCall.reached ? 2 : 1) : 0);
  const waits = (one: Schemas['SilentOne']) => (one.onCallList && !one.lastCall?.reached ? 0 : 1);
  return [...silent].sort(
    (a, b) => waits(a) - waits(b) || tried(a) - tried(b) || a.at.localeCompare(b.at) || a.name.localeCompare(b.name, 'ja'),
  );
}
