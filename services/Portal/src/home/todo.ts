import { type InboxItem, isToConfirm } from '@/inbox/inbox';

const weights: Record<string, number> = { critical: 3, high: 2, medium: 1 };

/** Those to confirm: urgent ones first, then the graver, then what ends sooner, then the older. */
export function toConfirm(items: readonly InboxItem[]): readonly InboxItem[] {
  const weight = (item: InboxItem) => (item.urgency === 'urgent' ? 10 : 0) + (weights[item.severity ?? ''] ?? 0);
  return items
    .filter(isToConfirm)
    .sort(
      (a, b) => weight(b) - weight(a) || (a.expiresAt ?? '9').localeCompare(b.expiresAt ?? '9') || a.issuedAt.localeCompare(b.issuedAt),
    );
}
