import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { useTexts } from '@/app/language';
import { contactTexts } from './contactTexts';

export type Channel = Schemas['GetChannelsView'];
export type OnDuty = Schemas['GetOnDutyView'];

export const channels = ['hub', 'mail', 'sms', 'telephone', 'mobile', 'fax', 'satellite', 'web', 'conference'] as const;

const path = (id: string) => ({ path: { id } });

export function channelsQuery(organisationId: string) {
  return queryOptions({
    queryKey: ['organisation', organisationId, 'channels'],
    queryFn: ({ signal }) => answer(api.GET('/api/organisations/{id}/channels', { params: path(organisationId), signal })),
    staleTime: 60_000,
  });
}

export function onDutyQuery(organisationId: string) {
  return queryOptions({
    queryKey: ['organisation', organisationId, 'on-duty'],
    queryFn: ({ signal }) => answer(api.GET('/api/organisations/{id}/on-duty', { params: path(organisationId), signal })),
    staleTime: 60_000,
  });
}

export function webhookQuery(organisationId: string) {
  return queryOptions({
    queryKey: ['organisation', organisationId, 'webhook'],
    queryFn: ({ signal }) => orNull(answer(api.GET('/api/organisations/{id}/webhook', { params: path(organisationId), signal }))),
  });
}

/** What is not there is null: not every organisation has one, nor may everyone read it. */
export async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}

/** Names the means by which an organisation is reached: those of its order of contact, and its webhook. */
export function useChannelName(): (channel: string) => string {
  const t = useTexts(contactTexts);
  return channel => {
    const known = [...channels, 'webhook' as const].find(c => c === channel);
    return known ? t(`channels.${known}`) : channel;
  };
}

/** Numbers are dialled and mails written by pressing them. */
export function linkOf(channel: string, contact: string): string | undefined {
  const number = contact.replace(/[^\d+]/g, '');
  if (channel === 'mail') return `mailto:${contact}`;
  if (channel === 'sms') return `sms:${number}`;
  if (['telephone', 'mobile', 'satellite'].includes(channel)) return `tel:${number}`;
  return channel === 'web' && /^https?:\/\//.test(contact) ? contact : undefined;
}
