import { Store } from '../store';
import type { KnownDesk } from './whom';
import { publishedOf } from './whom';

/** Whom to telephone when the hub is down: what the hub last said of the desks that this person may see, in memory. */
export const desks = new Store<readonly KnownDesk[]>([]);

/** What anybody may see of them; it is there though no service of the hub is. */
export const published = new Store<readonly KnownDesk[]>([]);

export async function fetchPublished(): Promise<void> {
  if (published.get().length > 0) return;
  try {
    const answered = await fetch('/desks.json');
    if (answered.ok) published.set(publishedOf(await answered.json()));
  } catch {
    // the line is down: it is asked for again
  }
}
