import type { Schemas } from '@/api/client';

export type Step = Schemas['GetEscalationStepView'];
export type Escalated = Schemas['GetEscalationItem'];

const kinds = ['reminder', 'webhook', 'onDuty', 'deputy', 'channel', 'callList', 'executive'] as const;
export type Kind = (typeof kinds)[number];

const outcomes = [
  'reminded',
  'callList',
  'waiting',
  'sent',
  'refused',
  'bounced',
  'givenUp',
  'dropped',
  'noContact',
  'channelOff',
  'bouncing',
  'sameAddress',
  'noSender',
  'byHand',
] as const;
export type Outcome = (typeof outcomes)[number];

export function kindOf(kind: string): Kind | undefined {
  return kinds.find(k => k === kind);
}

export function outcomeOf(outcome: string): Outcome | undefined {
  return outcomes.find(o => o === outcome);
}

/** Who or what a step turned to, where words for it are there: the desk stands in for whoever should be on duty. */
export function whomOf(step: Pick<Step, 'kind' | 'contact'>): Kind | 'desk' | undefined {
  return step.kind === 'onDuty' && step.contact === 'desk' ? 'desk' : kindOf(step.kind);
}

/** The place in the organisation's order of contact, from 1, as its page of contacts numbers it; undefined of what is no entry of it. */
export function placeOf(contact: string | null): number | undefined {
  const place = /^channel:(\d+)$/.exec(contact ?? '')?.[1];
  return place === undefined ? undefined : Number(place);
}

export type Look = 'went' | 'underWay' | 'failed' | 'passedOver' | 'people';

/** How a step is to be looked at: it went out, is under way, failed, was passed over, or is for people to do. */
export function lookOf(outcome: string): Look {
  switch (outcome) {
    case 'reminded':
    case 'sent':
      return 'went';
    case 'waiting':
      return 'underWay';
    case 'refused':
    case 'bounced':
    case 'givenUp':
      return 'failed';
    case 'callList':
    case 'byHand':
      return 'people';
    default:
      return 'passedOver';
  }
}

/** Steps in the order in which they were done; an executive's copy, which is no step of the plan, stands where its time is. */
export function inOrder(steps: readonly Step[]): Step[] {
  return [...steps].sort((a, b) => a.at.localeCompare(b.at) || a.step - b.step);
}

/** Of whom the hub knows what it tried, by organisation. */
export function byOrganisation(items: readonly Escalated[]): ReadonlyMap<string, Escalated> {
  return new Map(items.map(item => [item.organisationId, item]));
}
