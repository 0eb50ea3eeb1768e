import { type HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import type { QueryClient } from '@tanstack/react-query';
import { Problem } from '@/api/problem';
import { type InboxItem, inboxKey, inboxQuery } from '@/inbox/inbox';
import type { Me } from '../session/session';
import { session } from '../session/session';
import { Acknowledging } from './acknowledging';
import { Asking } from './asking';
import { chime } from './chime';
import { Numbers } from './numbers';
import { arrived, connectNow, type Hint, line, sound, watched } from './state';

/** How long the hub may be silent before the line counts as broken; it says something every 15 s. */
const silence = 30_000;
const pauses = [0, 1_000, 2_000, 5_000, 10_000, 15_000];

/**
 * Keeps the live line to the hub while someone is signed in. Hints hold no content: the inbox is asked again, what is not urgent at a
 * random moment within the hint's `spreadMs`, so that not all of its readers come at once. After each break it catches up by number.
 */
export function keepLine(me: Me, queries: QueryClient): () => void {
  let ended = false;
  let connecting = false;
  let attempt = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let lastContact: Date | undefined;
  const numbers = new Map<string, Numbers>();

  // one for negotiation and connection alike: by its ticket nginx leads a client to one instance of the hub
  let ticket = '';
  const connection: HubConnection = new HubConnectionBuilder()
    .withUrl('/hubs/advisories', {
      accessTokenFactory: () => ticket,
    })
    .withServerTimeout(silence)
    .configureLogging(LogLevel.None)
    .build();
  connection.on('advisoryAvailable', (hint: Hint) => hear(hint));
  connection.on('advisoryRecalled', (hint: Hint) => hear(hint));
  connection.on(
    'reachChanged',
    (change: { advisoryId: string }) => void queries.invalidateQueries({ queryKey: ['reach', change.advisoryId] }),
  );
  connection.onclose(error => {
    // where the hub fell silent it was last heard of that long ago
    lastContact = new Date(Date.now() - (error?.message.includes('timeout') ? silence : 0));
    again();
  });

  function hear(hint: Hint, late = false): void {
    lastContact = new Date();
    if (numbers.get(hint.mailbox)?.hear(hint.sequence) === false) return;
    arrived.set([hint, ...arrived.get().filter(h => h.advisoryId !== hint.advisoryId)].slice(0, 500));
    if (sound.get()) chime(hint.spreadMs === 0);
    acknowledging.delivered(hint.advisoryId, late);
    asking.hear(hint.advisoryId, hint.spreadMs);
  }

  const asking = new Asking(ids => {
    void queries.invalidateQueries({ queryKey: inboxKey });
    for (const id of ids) void queries.invalidateQueries({ queryKey: ['advisory', id] });
  });
  const acknowledging = new Acknowledging(id => connection.invoke('Acknowledge', id, 'delivered'));

  /** What came while the line was down. The first time: since the list of the inbox was fetched. */
  async function catchUp(): Promise<void> {
    if (numbers.size === 0) {
      const items: readonly InboxItem[] = await queries.ensureQueryData(inboxQuery(me));
      for (const mailbox of [me.organisation.id, me.person?.id]) {
        if (mailbox)
          numbers.set(mailbox, new Numbers(Math.max(0, ...items.filter(item => item.mailbox === mailbox).map(item => item.sequence))));
      }
    }
    for (const [mailbox, method] of [
      [me.organisation.id, 'CatchUp'],
      [me.person?.id, 'CatchUpOwn'],
    ] as const) {
      if (!mailbox) continue;
      let after = numbers.get(mailbox)?.upTo ?? 0;
      while (true) {
        const hints: Hint[] = await connection.invoke(method, after);
        if (hints.length === 0) break;
        for (const hint of hints) hear(hint, true);
        after = Math.max(...hints.map(hint => hint.sequence));
      }
    }
  }

  /** Tries until nothing is missing; throws once the line broke. */
  async function catchUpAtLast(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await catchUp();
      } catch (error) {
        // refused: this person has no inbox to catch up with, before the handling rules are accepted for one
        if (error instanceof Problem && !error.isOutage) return;
        if (ended || connection.state !== HubConnectionState.Connected) throw error;
        line.set({ kind: 'off', lastContact });
        await new Promise(resolve => setTimeout(resolve, pauses[Math.min(tries, pauses.length - 1)]));
      }
    }
  }

  const watching = new Set<string>();
  /** Tells the hub whose reach the open pages show. */
  function follow(): void {
    if (connection.state !== HubConnectionState.Connected) return;
    const wanted = new Set(watched.get());
    for (const id of watching) {
      if (wanted.has(id)) continue;
      watching.delete(id);
      void connection.invoke('UnwatchReach', id).catch(() => undefined);
    }
    for (const id of wanted) {
      if (watching.has(id)) continue;
      watching.add(id);
      // refused where the hub follows too many already: the page asks by itself
      void connection.invoke('WatchReach', id).catch(() => undefined);
    }
  }
  const stopFollowing = watched.subscribe(follow);

  async function connect(): Promise<void> {
    clearTimeout(waiting);
    if (ended || connecting || connection.state !== HubConnectionState.Disconnected) return;
    connecting = true;
    try {
      ticket = await session.ticket();
      await connection.start();
      lastContact = new Date();
      watching.clear();
      follow();
      acknowledging.again();
      await catchUpAtLast();
      attempt = 0;
      line.set({ kind: 'on' });
      // of these the line tells changes, not what changed while it was down
      void queries.invalidateQueries({ queryKey: ['reach'] });
    } catch (error) {
      // voided before its time: the next try gets a new one, or waits until the person has signed in again
      if (error instanceof Error && /\b401\b/.test(error.message)) session.refused(ticket);
      if (connection.state === HubConnectionState.Disconnected) again();
    } finally {
      connecting = false;
    }
  }

  function again(): void {
    if (ended) return;
    const pause = pauses[Math.min(attempt, pauses.length - 1)] ?? 0;
    attempt += 1;
    // a ticket that ran out closes the line: it is back at once, and nobody need know
    if (attempt > 1) line.set({ kind: 'off', lastContact });
    clearTimeout(waiting);
    waiting = setTimeout(() => void connect(), pause * (0.5 + Math.random()));
  }

  function online(): void {
    attempt = 0;
    void connect();
  }
  function offline(): void {
    line.set({ kind: 'off', lastContact: lastContact ?? new Date() });
    void connection.stop();
  }
  window.addEventListener('online', online);
  window.addEventListener('offline', offline);
  connectNow.set(online);
  line.set({ kind: 'connecting' });
  void connect();

  return () => {
    ended = true;
    clearTimeout(waiting);
    asking.stop();
    acknowledging.stop();
    stopFollowing();
    window.removeEventListener('online', online);
    window.removeEventListener('offline', offline);
    connectNow.set(undefined);
    arrived.set([]);
    void connection.stop();
  };
}
