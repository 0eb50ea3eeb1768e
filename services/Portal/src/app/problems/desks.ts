import { Store } from '../store';

export interface DeskOfBody {
  name: string;
  telephone: string;
}

/** Whom to telephone when the hub is down: what the hub last said of the desks that this person may see, in memory. */
export const desks = new Store<readonly DeskOfBody[]>([]);
