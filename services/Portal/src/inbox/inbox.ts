import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';
import type { Me } from '@/app/session/session';
import type { InboxFilter } from './filter';

/** An advisory as it now stands in a mailbox of this person: the organisation's, or its own, where what is RED and names it arrives. */
export type InboxItem = Schemas['ListAdvisoriesItem'] & { mailbox: string };

export const inboxKey = ['advisories'];

/** How many of the newest one sees first. */
export const firstPage = 100;

/** How many come at once; the hub gives no more. */
export const inboxLimit = 500;

/** Their newest, or the newest of those that fit. */
export function inboxQuery(me: Me, limit = firstPage, filter: InboxFilter = {}) {
  return queryOptions({
    queryKey: [...inboxKey, limit, filter],
    queryFn: async ({ signal }): Promise<readonly InboxItem[]> => {
      const { person } = me;
      const [organisation, own] = await Promise.all([
        answer(api.GET('/api/advisories', { params: { query: { ...filter, limit } }, signal })),
        person ? answer(api.GET('/api/advisories', { params: { query: { ...filter, limit, mailbox: 'person' } }, signal })) : undefined,
      ]);
      const items = [
        ...organisation.items.map(item => ({ ...item, mailbox: me.organisation.id })),
        ...(own?.items ?? []).map(item => ({ ...item, mailbox: person?.id ?? '' })),
      ];
      return items.sort((a, b) => b.issuedAt.localeCompare(a.issuedAt));
    },
    staleTime: 30_000,
  });
}

/** Neither confirmed nor refused, and still in force; a recall is confirmed, too. */
export function isToConfirm(item: InboxItem): boolean {
  return item.state !== 'expired' && !['confirmed', 'cannotAct'].includes(item.myReceipt.state);
}
