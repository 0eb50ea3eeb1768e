import { type InboxItem, isToConfirm, isUnread } from './inbox';
import type { InboxSearch } from './search';

/** Whether an advisory is among what was asked for. Wide and narrow letters, upper and lower case are the same. */
export function fits(item: InboxItem, search: InboxSearch): boolean {
  const said = folded(`${item.number} ${item.title ?? ''}`);
  return (
    folded(search.q ?? '')
      .split(/\s+/)
      .every(word => said.includes(word)) &&
    (search.show !== 'unread' || isUnread(item)) &&
    (search.show !== 'toConfirm' || isToConfirm(item)) &&
    (search.show !== 'recalled' || item.state === 'recalled') &&
    (!search.tlp || item.tlp === search.tlp) &&
    (!search.severity || item.severity === search.severity) &&
    (!search.sector || item.sector === search.sector)
  );
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
