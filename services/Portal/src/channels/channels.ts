import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';

export type ChannelState = Schemas['ListChannelsView'];

export const channelStatesQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: ({ signal }) => answer(api.GET('/api/channels', { signal })),
  refetchInterval: 15_000,
});
