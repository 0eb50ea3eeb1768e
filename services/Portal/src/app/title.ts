import { useEffect } from 'react';
import { Store } from './store';

const page = new Store('');
/** How many advisories nobody has opened yet. */
export const unread = new Store(0);

function show(): void {
  const count = unread.get();
  document.title = `${count > 0 ? `(${count}) ` : ''}${page.get() ? `${page.get()} – ` : ''}CeptoarHub`;
}
page.subscribe(show);
unread.subscribe(show);

export function useTitle(title: string): void {
  useEffect(() => page.set(title), [title]);
}
