import { describe, expect, test, vi } from 'vitest';
import { byOrganisation, inOrder, kindOf, lookOf, outcomeOf, placeOf, type Step, whomOf } from './steps';

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
vi.stubGlobal('navigator', { languages: ['ja'] });
vi.stubGlobal('document', { documentElement: {} });
const { texts } = await import('./stepTexts');

const step = (part: Partial<Step>): Step => ({
  step: 1,
  kind: 'reminder',
  channel: null,
  contact: null,
  outcome: 'reminded',
  at: '2026-11-22T01:00:00Z',
  code: null,
  ...part,
});

test.each([
  ['onDuty', 'duty', 'onDuty'],
  ['onDuty', 'desk', 'desk'],
  ['deputy', 'deputy', 'deputy'],
  ['channel', 'channel:2', 'channel'],
  ['reminder', null, 'reminder'],
  ['somethingNew', null, undefined],
])('A step of %s to %s turned to %s', (kind, contact, whom) => {
  expect(whomOf({ kind, contact })).toBe(whom);
});

test.each([
  ['channel:2', 2],
  ['channel:12', 12],
  ['desk', undefined],
  ['channel:', undefined],
  [null, undefined],
])('%s stands at place %s', (contact, place) => {
  expect(placeOf(contact)).toBe(place);
});

test.each([
  ['sent', 'went'],
  ['reminded', 'went'],
  ['waiting', 'underWay'],
  ['refused', 'failed'],
  ['bounced', 'failed'],
  ['givenUp', 'failed'],
  ['dropped', 'passedOver'],
  ['noContact', 'passedOver'],
  ['channelOff', 'passedOver'],
  ['noSender', 'passedOver'],
  ['byHand', 'people'],
  ['callList', 'people'],
])('What is %s looks as %s', (outcome, look) => {
  expect(lookOf(outcome)).toBe(look);
});

test('Steps stand in the order of time, those of one moment by number', () => {
  const steps = [
    step({ step: 3, at: '2026-11-22T01:10:00Z' }),
    step({ step: 2, at: '2026-11-22T01:10:00Z' }),
    step({ step: 0, kind: 'executive', at: '2026-11-22T00:59:00Z' }),
  ];
  expect(inOrder(steps).map(s => s.step)).toEqual([0, 2, 3]);
});

test('What was tried is found by organisation', () => {
  const items = [{ organisationId: 'a', name: 'A', onCallList: false, steps: [], next: null }];
  expect(byOrganisation(items).get('a')?.name).toBe('A');
  expect(byOrganisation(items).get('b')).toBeUndefined();
});

describe('Every word of the hub', () => {
  // GetEscalation.cs names them
  const kinds = 'reminder webhook onDuty deputy channel callList executive'.split(' ');
  const outcomes =
    'reminded callList noContact bouncing sameAddress channelOff noSender byHand waiting sent refused bounced givenUp dropped'.split(' ');
  test.each(kinds)('for a kind is known: %s', kind => expect(kindOf(kind)).toBe(kind));
  test.each(outcomes)('for an outcome is known: %s', outcome => expect(outcomeOf(outcome)).toBe(outcome));
  test.each(['ja', 'en'] as const)('has a name in %s', language => {
    expect(Object.keys(texts[language].outcome).sort()).toEqual([...outcomes].sort());
    expect(Object.keys(texts[language].next).sort()).toEqual(kinds.filter(k => k !== 'executive').sort());
  });
});
