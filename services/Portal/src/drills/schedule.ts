import type { Schemas } from '@/api/client';
import { ofField, toField } from '@/members/japanTime';
import type { DrillItem, Run } from './drills';

/** When and how a drill is to run, as it stands in the fields; times by the clock of Japan. */
export interface Terms {
  announced: boolean;
  startsAt: string;
  from: string;
  until: string;
  minutes: string;
  pace: string;
  tlp: string;
}

export const tlps = ['CLEAR', 'GREEN', 'AMBER'] as const;

/** Three hours at life's pace, under Green. */
export const usualTerms: Terms = { announced: true, startsAt: '', from: '', until: '', minutes: '180', pace: '1', tlp: 'GREEN' };

export function termsOf(drill: Run): Terms {
  return {
    announced: drill.announced,
    startsAt: drill.announced && drill.startsAt ? toField(drill.startsAt) : '',
    from: drill.window?.from ? toField(drill.window.from) : '',
    until: drill.window?.until ? toField(drill.window.until) : '',
    minutes: String(drill.minutes),
    pace: String(drill.pace),
    tlp: drill.tlp,
  };
}

/** The same as the hub takes it: a moment, or a window in which it draws one. */
export function planOf(terms: Terms) {
  return {
    startsAt: terms.announced ? ofField(terms.startsAt) : null,
    window: terms.announced ? null : { from: ofField(terms.from), until: ofField(terms.until) },
    minutes: whole(terms.minutes),
    pace: whole(terms.pace),
    tlp: terms.tlp as Schemas['Tlp'],
  };
}

/** A change of it: a moment that is shown to the minute, and was not touched, stays what it is to the second. */
export function changeOf(terms: Terms, drill: Run) {
  const before = termsOf(drill);
  const plan = planOf(terms);
  const same =
    terms.announced === before.announced &&
    terms.startsAt === before.startsAt &&
    terms.from === before.from &&
    terms.until === before.until;
  return { ...plan, ...(same ? { startsAt: null, window: null } : {}) };
}

/** A whole number in digits of half or full width; what is none the hub refuses at its field. */
function whole(text: string): number | null {
  const digits = text.normalize('NFKC').trim();
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** What a CEPTOAR has in a campaign: the drill that counts, which is the newest that was not called off, and how many there were. */
export function rowsOf<T extends { code: string }>(
  ceptoars: readonly T[],
  drills: readonly DrillItem[],
): { ceptoar: T; drills: DrillItem[] }[] {
  return ceptoars.map(ceptoar => {
    const own = drills.filter(drill => drill.ceptoar === ceptoar.code);
    const standing = own.filter(drill => drill.state !== 'cancelled');
    return { ceptoar, drills: standing.length > 0 ? standing : own.slice(-1) };
  });
}

/** Whether a CEPTOAR may get a drill: it has none that is to come or runs. */
export function isFree(drills: readonly DrillItem[]): boolean {
  return !drills.some(drill => drill.state === 'planned' || drill.state === 'running');
}
