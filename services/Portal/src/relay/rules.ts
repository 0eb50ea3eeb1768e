import type { Me } from '@/app/session/session';
import type { InboxItem } from '@/inbox/inbox';
import type { Ceptoar, RelayHop } from './relay';

/** What may have hops: in force, and of a level that is passed on at all. */
export function mayBeRelayed(item: InboxItem): boolean {
  return item.state === 'released' && !['RED', 'AMBER+STRICT'].includes(item.tlp);
}

export function isWaiting(hop: RelayHop): boolean {
  return hop.openedAt !== null && hop.relayedAt === null;
}

/** When the first of the hops that wait goes on by itself; undefined where each waits for a person. */
export function firstDue(hops: readonly RelayHop[]): string | undefined {
  return hops
    .filter(isWaiting)
    .flatMap(hop => hop.dueAt ?? [])
    .sort()[0];
}

/** What must be done first comes first: by the time it goes on by itself; what waits for a person alone after that, the oldest first. */
export function byDue<T extends { hops: readonly RelayHop[]; item: { issuedAt: string } }>(entries: readonly T[]): T[] {
  const due = (entry: T) => firstDue(entry.hops) ?? '9999';
  return [...entries].sort((a, b) => due(a).localeCompare(due(b)) || a.item.issuedAt.localeCompare(b.item.issuedAt));
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

/** Whole minutes that are left; negative once it is past. */
export function minutesLeft(due: string, now: Date): number {
  return Math.ceil((new Date(due).getTime() - now.getTime()) / 60_000);
}
