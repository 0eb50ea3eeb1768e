import type { InboxItem } from './inbox';

/** How many nobody has opened yet; `more` where the hub may have further ones. */
export interface Unread {
  live: number;
  /** Of drills, which are no live count. */
  drills: number;
  more: boolean;
}

export const nothingUnread: Unread = { live: 0, drills: 0, more: false };

export function isUnread(item: InboxItem): boolean {
  return ['queued', 'pushed', 'delivered'].includes(item.myReceipt.state);
}

/** Whether a mailbox gave as many as were asked for, so that older ones may be missing. */
export function isCut(items: readonly InboxItem[], limit: number): boolean {
  const counts = new Map<string, number>();
  for (const { mailbox } of items) counts.set(mailbox, (counts.get(mailbox) ?? 0) + 1);
  return [...counts.values()].some(count => count >= limit);
}

export function unreadOf(items: readonly InboxItem[], more: boolean): Unread {
  const unread = items.filter(isUnread);
  const drills = unread.filter(item => item.drill).length;
  return { live: unread.length - drills, drills, more };
}

/** A count as a badge shows it: 100+ where there may be more. */
export function counted(count: number, more: boolean): string {
  return more ? `${count}+` : `${count}`;
}
