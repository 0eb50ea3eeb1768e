import { expect, test } from 'vitest';
import { commandOf, formOf, lines, type Subscription } from './subscription';

const kept: Subscription = {
  enabled: true,
  sectors: ['ict'],
  kinds: ['incident', 'alert'],
  severityFrom: 'high',
  products: ['FortiGate', 'Ivanti Connect Secure'],
  keywords: ['ランサムウェア'],
  quietFrom: '22:00',
  quietUntil: '07:00',
  urgentAlways: true,
  mode: 'digest',
  digestAt: '08:30',
};

test('What is kept and not changed is sent back as it was', () => {
  expect(commandOf(formOf(kept))).toEqual(kept);
});

test('What is empty asks for nothing', () => {
  const empty: Subscription = {
    ...kept,
    enabled: false,
    sectors: [],
    kinds: [],
    severityFrom: null,
    products: [],
    keywords: [],
    quietFrom: null,
    quietUntil: null,
    mode: 'immediate',
    digestAt: null,
  };
  expect(commandOf(formOf(empty))).toEqual(empty);
});

test('Mail at once has no time of day', () => {
  expect(commandOf({ ...formOf(kept), mode: 'immediate' }).digestAt).toBeNull();
});

test.each([
  ['', []],
  [' \n\n', []],
  ['VPN\n VPN \nルーター', ['VPN', 'ルーター']],
  ['Ivanti Connect Secure', ['Ivanti Connect Secure']],
])('%j is one word a line', (text, words) => {
  expect(lines(text)).toEqual(words);
});
