import { Problem } from '@/api/problem';
import type { components } from '@/api/schema';
import { Store } from '@/app/store';

export type Me = components['schemas']['GetMeView'];

export type SessionState =
  /** Not known yet: the page was just opened. */
  | { kind: 'starting' }
  /** Not known, for the hub does not answer. */
  | { kind: 'unreachable'; problem: Problem }
  | { kind: 'signedOut'; left: boolean }
  | { kind: 'signedIn'; me: Me }
  /** Over while the person was at work: what is on the page waits for a new sign-in. `early`: it still holds, and one may put that off. */
  | { kind: 'over'; me: Me; early?: true }
  /** In another tab someone else signed in, whose session this browser now keeps. */
  | { kind: 'replaced' };

export interface Credentials {
  email: string;
  password: string;
  totp?: string;
  recoveryCode?: string;
}

interface Ticket {
  value: string;
  subject: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

type Told = { kind: 'ticket'; ticket: Ticket } | { kind: 'signedOut' };

/** A ticket that has less left is renewed first. */
const margin = 60_000;

/**
 * The sign-in of this browser. The ticket (15 minutes) is in memory alone; the refresh token that gets the next one is a cookie that
 * no script reads. It may be used once, a second use ends the session: so one tab at a time renews, under a lock, and tells the others.
 */
class SessionKeeper {
  readonly state = new Store<SessionState>({ kind: 'starting' });
  #ticket: Ticket | undefined;
  #renewing: Promise<void> | undefined;
  #waiting: (() => void)[] = [];
  readonly #tabs = new BroadcastChannel('ceptoarhub-session');

  constructor() {
    this.#tabs.onmessage = (event: MessageEvent<Told>) => void this.#hear(event.data);
  }

  get me(): Me | undefined {
    const state = this.state.get();
    return state.kind === 'signedIn' || state.kind === 'over' ? state.me : undefined;
  }

  /** Finds out whether this browser is signed in. */
  async start(): Promise<void> {
    try {
      await this.#renew();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.state.set({ kind: 'unreachable', problem: error });
    }
  }

  async signIn(credentials: Credentials): Promise<void> {
    await this.#locked(async () => {
      const answered = await tokenCall({ grantType: 'password', ...credentials, cookie: true });
      if (!answered.ok) throw await Problem.of(answered);
      await this.#take(await answered.json());
    });
  }

  /** Ends the session here and in every tab. */
  async signOut(): Promise<void> {
    const id = this.me?.session;
    try {
      if (id && this.#ticket)
        await fetch(`/api/me/sessions/${id}`, { method: 'DELETE', headers: { Authorization: `Bearer ${this.#ticket.value}` } });
    } finally {
      this.#leave(true);
      this.#tell({ kind: 'signedOut' });
    }
  }

  /** A ticket that counts; waits for a new sign-in where the session is over. */
  async ticket(): Promise<string> {
    while (true) {
      if (this.#ticket && this.#ticket.expiresAt - margin > Date.now()) return this.#ticket.value;
      const state = this.state.get();
      if (state.kind === 'over' || state.kind === 'replaced') await new Promise<void>(resolve => this.#waiting.push(resolve));
      else if (state.kind === 'signedOut') throw new Problem(401, '', undefined, {}, undefined);
      else await this.#renew();
    }
  }

  /** The hub refused this ticket, whatever its time: it was voided. */
  refused(ticket: string): void {
    if (this.#ticket?.value === ticket) this.#ticket = undefined;
  }

  /** Asks for a sign-in before the session ends by itself. */
  askAgain(): void {
    const { me } = this;
    if (me) this.state.set({ kind: 'over', me, early: true });
  }

  /** Puts off the sign-in that was asked for early: the session goes on as long as it holds. */
  later(): void {
    const state = this.state.get();
    if (state.kind !== 'over' || !state.early) return;
    this.state.set({ kind: 'signedIn', me: state.me });
    for (const go of this.#waiting.splice(0)) go();
  }

  async #renew(): Promise<void> {
    this.#renewing ??= this.#renewOnce().finally(() => {
      this.#renewing = undefined;
    });
    await this.#renewing;
  }

  async #renewOnce(): Promise<void> {
    const had = this.#ticket;
    await this.#locked(async () => {
      // another tab may have done it while this one waited for the lock
      if (this.#ticket && this.#ticket !== had && this.#ticket.expiresAt - margin > Date.now()) return;
      const answered = await tokenCall({ grantType: 'refresh', cookie: true });
      // 400: there is no cookie at all
      if (answered.status === 400 || answered.status === 401) return this.#ended();
      if (!answered.ok) throw await Problem.of(answered);
      await this.#take(await answered.json());
    });
  }

  /** Takes a new ticket, asks whose it is, and tells the other tabs. */
  async #take(token: components['schemas']['Token']): Promise<void> {
    const answered = await reached(
      fetch('/api/me', { headers: { Authorization: `Bearer ${token.accessToken}`, 'Accept-Language': document.documentElement.lang } }),
    );
    if (!answered.ok) throw await Problem.of(answered);
    const me: Me = await answered.json();
    const ticket = { value: token.accessToken, subject: me.subject, expiresAt: Date.now() + token.expiresIn * 1000 };
    this.#adopt(ticket, me);
    this.#tell({ kind: 'ticket', ticket });
  }

  #adopt(ticket: Ticket, me: Me): void {
    if (this.me && this.me.subject !== ticket.subject) {
      this.#ticket = undefined;
      this.state.set({ kind: 'replaced' });
      return;
    }
    this.#ticket = ticket;
    this.state.set({ kind: 'signedIn', me });
    for (const go of this.#waiting.splice(0)) go();
  }

  #ended(): void {
    this.#ticket = undefined;
    const { me } = this;
    this.state.set(me ? { kind: 'over', me } : { kind: 'signedOut', left: false });
  }

  #leave(left: boolean): void {
    this.#ticket = undefined;
    this.state.set({ kind: 'signedOut', left });
  }

  async #hear(told: Told): Promise<void> {
    if (told.kind === 'signedOut') {
      if (this.me) this.#leave(true);
      return;
    }
    const { me } = this;
    if (me) this.#adopt(told.ticket, me);
    // signed out here: whoever signed in there is signed in here, too
    else if (this.state.get().kind === 'signedOut') await this.start();
  }

  #tell(told: Told): void {
    this.#tabs.postMessage(told);
  }

  /** One tab at a time; a browser without locks does without. */
  async #locked(work: () => Promise<void>): Promise<void> {
    if (navigator.locks) await navigator.locks.request('ceptoarhub-session', work);
    else await work();
  }
}

function tokenCall(body: components['schemas']['IssueTokenCommand']): Promise<Response> {
  return reached(
    fetch('/api/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
      body: JSON.stringify(body),
      // the answer's cookie must arrive even when the page is left meanwhile
      keepalive: true,
    }),
  );
}

async function reached(call: Promise<Response>): Promise<Response> {
  try {
    return await call;
  } catch {
    throw Problem.unreachable();
  }
}

export const session = new SessionKeeper();
