import type { Me } from '@/app/session/session';
import type { Ceptoar } from '@/directory/directory';
import type { InboxItem } from '@/inbox/inbox';
import type { RelayHop } from './relay';

/** What may have hops: in force, and of a level that is passed on at all. */
export function mayBeRelayed(item: InboxItem): boolean {
  return item.state === 'released' && !['RED', 'AMBER+STRICT'].includes(item.tlp);
}

export function isWaiting(hop: RelayHop): boolean {
  return hop.openedAt !== null && hop.relayedAt === null;
}

/** When the first of some hops that wait goes on by itself; undefined where each waits for a person. */
export function firstDue(hops: readonly { dueAt: string | null }[]): string | undefined {
  return hops.flatMap(hop => hop.dueAt ?? []).sort()[0];
}

/** One advisory stands once on the desk, with all its hops that wait; its place is that of the first of them. */
export function deskOf<T extends { advisoryId: string }>(hops: readonly T[]): (readonly [T, ...T[]])[] {
  const desk = new Map<string, [T, ...T[]]>();
  for (const hop of hops) {
    const known = desk.get(hop.advisoryId);
    if (known) known.push(hop);
    else desk.set(hop.advisoryId, [hop]);
  }
  return [...desk.values()];
}

/** What one press relays: the second hop for itself, the others of the body together. */
export function presses(hops: readonly RelayHop[]): { hop: 'secondHop' | null; hops: RelayHop[] }[] {
  const waiting = hops.filter(isWaiting);
  return [
    { hop: null, hops: waiting.filter(h => h.hop !== 'secondHop') },
    { hop: 'secondHop' as const, hops: waiting.filter(h => h.hop === 'secondHop') },
  ].filter(press => press.hops.length > 0);
}

/** Who keeps the rule of a hop: the ministry the one to the secretariat, the secretariat those from it; the centre's analysts all. */
export function keepsRule(me: Me, rule: { ceptoar: string; hop: string }, ceptoars: readonly Ceptoar[]): boolean {
  if (me.roles.includes('analyst')) return true;
  const ceptoar = ceptoars.find(c => c.code === rule.ceptoar);
  return (rule.hop === 'secretariat' ? ceptoar?.ministry.id : ceptoar?.secretariat.id) === me.organisation.id;
}

/** Who says how fast a CEPTOAR's silent members are reached: its secretariat; the centre's analysts of any. */
export function keepsPace(me: Me, ceptoar: string, ceptoars: readonly Ceptoar[]): boolean {
  return (
    me.roles.includes('analyst') ||
    (me.roles.includes('secretariat') && ceptoars.some(c => c.code === ceptoar && c.secretariat.id === me.organisation.id))
  );
}

/** A whole number as people type it, in digits of half or full width; null where it is none. */
export function wholeOf(text: string): number | null {
  const digits = text.normalize('NFKC').trim();
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

/** Whole minutes that are left; negative once it is past. */
export function minutesLeft(due: string, now: Date): number {
  return Math.ceil((new Date(due).getTime() - now.getTime()) / 60_000);
}
