import type { Schemas } from '@/api/client';
import { saysAll } from '@/app/words';
import type { IssuedSearch } from './search';

export interface Listed {
  id: string;
  title: string;
  tlp: string;
  drill: boolean;
  at: string;
  written: boolean;
  state: string;
  severity: string | null;
  urgency: string | null;
}

/** What was written and what was received as one list, the newest first; what is both counts as written. */
export function listed(drafts: readonly Schemas['ListDraftsItem'][], inbox: readonly Schemas['ListAdvisoriesItem'][]): Listed[] {
  const came = new Map(inbox.map(item => [item.id, item]));
  const written = drafts
    .filter(draft => draft.issued > 0)
    .map(draft => {
      const item = came.get(draft.id);
      came.delete(draft.id);
      return {
        id: draft.id,
        title: draft.title,
        tlp: draft.tlp,
        drill: item?.drill ?? false,
        at: item?.issuedAt ?? draft.writtenAt,
        written: true,
        state: item?.state ?? '',
        severity: item?.severity ?? null,
        urgency: item?.urgency ?? null,
      };
    });
  const received = [...came.values()].map(item => ({
    id: item.id,
    title: item.title ?? item.number,
    tlp: item.tlp,
    drill: item.drill,
    at: item.issuedAt,
    written: false,
    state: item.state,
    severity: item.severity,
    urgency: item.urgency,
  }));
  return [...written, ...received].sort((a, b) => b.at.localeCompare(a.at));
}

export function fits(item: Listed, search: IssuedSearch): boolean {
  return (search.show === undefined || item.written === (search.show === 'written')) && saysAll(item.title, search.q);
}

/** All hops together: an organisation that two hops reach counts in both. */
export function statesOf(reach: Schemas['GetReachView']): Schemas['GetReachStates'] & { waiting: number } {
  const sum = { queued: 0, pushed: 0, delivered: 0, opened: 0, confirmed: 0, cannotAct: 0, waiting: 0 };
  for (const hop of reach.hops) {
    sum.waiting += hop.waiting;
    for (const state of ['queued', 'pushed', 'delivered', 'opened', 'confirmed', 'cannotAct'] as const) sum[state] += hop.receipts[state];
  }
  return sum;
}
