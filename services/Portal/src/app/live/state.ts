import { Store } from '../store';

/** A hint of the live line: a version of an advisory came into a mailbox of this person. */
export interface Hint {
  advisoryId: string;
  mailbox: string;
  sequence: number;
  version: number;
  event: 'released' | 'recalled';
  tlp: string;
  severity: string | null;
  kind: string | null;
  drill: boolean;
  spreadMs: number;
}

export type LineState = { kind: 'connecting' } | { kind: 'on' } | { kind: 'off'; lastContact: Date | undefined };

export const line = new Store<LineState>({ kind: 'connecting' });

/** What arrived and was not dismissed yet, the newest first. */
export const arrived = new Store<readonly Hint[]>([]);

/** Advisories of which `reachChanged` is to tell, by the pages that show their reach. */
export const watched = new Store<readonly string[]>([]);

/** Follows the reach of an advisory until the answer is called. */
export function watchReach(id: string): () => void {
  watched.set([...watched.get(), id]);
  return () => {
    const rest = [...watched.get()];
    rest.splice(rest.indexOf(id), 1);
    watched.set(rest);
  };
}

/** Set by the line: tries to connect now. */
export const connectNow = new Store<(() => void) | undefined>(undefined);

const kept = 'ceptoarhub.sound';
export const sound = new Store(localStorage.getItem(kept) === 'on');
sound.subscribe(() => localStorage.setItem(kept, sound.get() ? 'on' : 'off'));
