import type { ChannelState } from './channels';

/** What a status of the other end means: of mail an SMTP code, of all else one of HTTP. */
export type Meaning = 'taken' | 'busy' | 'refusedForNow' | 'refused' | 'gone' | 'redirected' | 'theirFault' | 'unknown';

/**
 * What the other end meant by its status.
 * @param channel mail, or one that is sent to by HTTP; null where there is none.
 * @param code SMTP reply (RFC 5321 4.2.1) or status of HTTP (RFC 9110 15).
 */
export function meaningOf(channel: string | null, code: number): Meaning {
  const hundred = Math.floor(code / 100);
  if (hundred === 2) return 'taken';
  if (channel === 'mail') return hundred === 4 ? 'refusedForNow' : hundred === 5 ? 'refused' : 'unknown';
  if (code === 429) return 'busy';
  if (code === 410) return 'gone';
  if (hundred === 3) return 'redirected';
  if (hundred === 4) return 'refused';
  return hundred === 5 ? 'theirFault' : 'unknown';
}

export type Health = 'off' | 'byHand' | 'failing' | 'late' | 'well';

/** What waits longer than this waits for more than its turn: the hub tries again after half a minute, then twice as long each time. */
const late = 10 * 60_000;

/** How a channel stands, in one word: switched off, for people alone, more failures than not within the hour, late, or well. */
export function health(channel: ChannelState, now: Date): Health {
  if (!channel.on) return 'off';
  if (!channel.sender) return 'byHand';
  if (channel.failedLastHour > channel.sentLastHour) return 'failing';
  return channel.oldestWaiting !== null && now.getTime() - new Date(channel.oldestWaiting).getTime() > late ? 'late' : 'well';
}
