import { useEffect } from 'react';
import { counted, nothingUnread, type Unread } from '@/inbox/unread';
import { Store } from './store';

const page = new Store('');
/** How many advisories nobody has opened yet. */
export const unread = new Store<Unread>(nothingUnread);

function show(): void {
  const { live, more } = unread.get();
  document.title = `${live > 0 ? `(${counted(live, more)}) ` : ''}${page.get() ? `${page.get()} – ` : ''}CeptoarHub`;
}
page.subscribe(show);
unread.subscribe(show);

export function useTitle(title: string): void {
  useEffect(() => page.set(title), [title]);
}
