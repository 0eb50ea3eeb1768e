import { expect, test } from 'vitest';
import { health, meaningOf } from './words';

test.each([
  ['mail', 250, 'taken'],
  ['mail', 421, 'refusedForNow'],
  ['mail', 451, 'refusedForNow'],
  ['mail', 550, 'refused'],
  ['mail', 302, 'unknown'],
  ['webhook', 204, 'taken'],
  ['webhook', 301, 'redirected'],
  ['webhook', 404, 'refused'],
  ['webhook', 410, 'gone'],
  ['webhook', 429, 'busy'],
  ['webhook', 503, 'theirFault'],
  ['sms', 100, 'unknown'],
  [null, 200, 'taken'],
])('By %s, %d means: %s', (channel, code, meaning) => {
  expect(meaningOf(channel, code)).toBe(meaning);
});

const at = '2026-11-22T01:00:00Z';
const now = new Date('2026-11-22T01:30:00Z');
test.each([
  ['off', { on: false }],
  ['byHand', { sender: false }],
  ['well', {}],
  ['well', { waiting: 3, oldestWaiting: '2026-11-22T01:28:00Z', sentLastHour: 5 }],
  ['late', { waiting: 3, oldestWaiting: at }],
  ['failing', { sentLastHour: 2, failedLastHour: 3 }],
  ['failing', { failedLastHour: 1 }],
  ['well', { sentLastHour: 30, failedLastHour: 3 }],
])('A channel is %s', (expected, part) => {
  const channel = {
    channel: 'mail',
    on: true,
    reason: null,
    since: null,
    sender: true,
    waiting: 0,
    oldestWaiting: null,
    sentLastHour: 0,
    failedLastHour: 0,
    lastSentAt: null,
    lastCode: null,
    ...part,
  };
  expect(health(channel, now)).toBe(expected);
});
