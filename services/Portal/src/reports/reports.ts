import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';
import { atMost } from '@/app/all';

export type ReportItem = Schemas['ListReportsItem'];
export type ReportView = Schemas['GetReportView'];

export const reportsKey = ['reports'];
export const reportKey = (id: string) => ['report', id];

const path = (id: string) => ({ path: { id } });

/** While the hub works on it, it is asked often: there are no hints of one's own reports. */
const working = 2_000;
const resting = 30_000;

export function isWorking(status: string): boolean {
  return status === 'received' || status === 'classified';
}

export function reportsQuery(limit = atMost) {
  return queryOptions({
    queryKey: [...reportsKey, limit],
    queryFn: ({ signal }) => answer(api.GET('/api/reports', { params: { query: { limit } }, signal })),
    refetchInterval: query => (query.state.data?.items.some(item => isWorking(item.status)) ? working : resting),
  });
}

export function reportQuery(id: string) {
  return queryOptions({
    queryKey: reportKey(id),
    queryFn: ({ signal }) => answer(api.GET('/api/reports/{id}', { params: path(id), signal })),
    staleTime: 10_000,
  });
}

/** As {@link reportQuery}, renewed while one looks at it. */
export function watchedReportQuery(id: string) {
  return queryOptions({
    ...reportQuery(id),
    refetchInterval: query => (isWorking(query.state.data?.status ?? '') ? working : resting),
  });
}

export function labelQuery(id: string) {
  return queryOptions({
    queryKey: [...reportKey(id), 'label'],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/{id}/label', { params: path(id), signal })),
  });
}

export function questionsToMeQuery(id: string) {
  return queryOptions({
    queryKey: [...reportKey(id), 'questions'],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/{id}/questions', { params: path(id), signal })),
    staleTime: 15_000,
    refetchInterval: resting,
  });
}

export function attachmentsQuery(id: string) {
  return queryOptions({
    queryKey: [...reportKey(id), 'attachments'],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/{id}/attachments', { params: path(id), signal })),
  });
}

export const labelChangesQuery = queryOptions({
  queryKey: ['label-changes'],
  queryFn: ({ signal }) => answer(api.GET('/api/label-changes', { signal })),
  refetchInterval: resting,
});
