import { liveFirst } from '@/app/liveFirst';
import type { InboxItem } from '@/inbox/inbox';

const weights: Record<string, number> = { critical: 3, high: 2, medium: 1 };

/** Live ones before drills, of each the urgent first, then the graver, then what is due or ends sooner, then the older. */
export function byNeed<T extends Pick<InboxItem, 'drill' | 'urgency' | 'severity' | 'due' | 'expiresAt' | 'issuedAt'>>(
  items: readonly T[],
): readonly T[] {
  const weight = (item: T) => (item.urgency === 'urgent' ? 10 : 0) + (weights[item.severity ?? ''] ?? 0);
  const end = (item: T) => item.due ?? item.expiresAt ?? '9';
  return items.toSorted(
    (a, b) => liveFirst(a, b) || weight(b) - weight(a) || end(a).localeCompare(end(b)) || a.issuedAt.localeCompare(b.issuedAt),
  );
}
