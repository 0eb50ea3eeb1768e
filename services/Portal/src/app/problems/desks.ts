import { Store } from '../store';

export interface KnownDesk {
  name: string;
  /** Of the body: secretariat, ministry or centre. */
  kind: string;
  telephone: string;
}

/** Whom to telephone when the hub is down: what the hub last said of the desks that this person may see, in memory. */
export const desks = new Store<readonly KnownDesk[]>([]);
