import { expect, it } from 'vitest';
import type { InboxItem } from './inbox';
import { counted, isCut, unreadOf } from './unread';

const item = (state: string, { drill = false, mailbox = 'organisation' } = {}) =>
  ({ drill, mailbox, myReceipt: { state } }) as Partial<InboxItem> as InboxItem;

it('counts live ones apart from drills, and neither once it was opened', () => {
  const items = [item('queued'), item('pushed'), item('opened'), item('delivered', { drill: true }), item('confirmed', { drill: true })];
  expect(unreadOf(items, false)).toEqual({ live: 2, drills: 1, more: false });
});

it('knows of each mailbox for itself whether older ones may be missing', () => {
  const organisation = Array.from({ length: 3 }, () => item('queued'));
  const own = Array.from({ length: 2 }, () => item('queued', { mailbox: 'person' }));
  expect([4, 3].map(limit => isCut([...organisation, ...own], limit))).toEqual([false, true]);
  expect(isCut([], 1)).toBe(false);
});

it('says that there may be more', () => {
  expect([counted(7, false), counted(100, true)]).toEqual(['7', '100+']);
});
