import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import type { DrillsSearch } from './search';

export type CampaignItem = Schemas['ListCampaignsItem'];
export type Campaign = Schemas['GetCampaignView'];
export type DrillItem = Schemas['ListDrillsItem'];
export type Drill = Schemas['GetDrillView'];
/** When and how one of them runs, as a list or its own page tells it. */
export type Run = Pick<DrillItem, 'announced' | 'minutes' | 'pace' | 'tlp'> & Partial<Pick<DrillItem, 'startsAt' | 'window'>>;
export type DrillText = Schemas['DrillTextInput'];
export type MyDrill = Schemas['ListMineItem'];
export type Candidate = Schemas['ListParticipantsView'];
export type Board = Schemas['GetBoardView'];
export type Figures = Schemas['DrillFigures'];
export type Stage = Schemas['StageFigures'];
export type DrillReport = Schemas['GetDrillReportView'];
export type CampaignReport = Schemas['GetCampaignReportView'];
export type SheetResult = Schemas['SheetFigures'];
export type Rehearsal = Schemas['GetRehearsalView'];

/** Everything of drills has this key: what one changes may show anywhere. */
export const drillsKey = ['drills'];

/** How often a page asks while a drill runs under its eyes, and while nothing does. */
const live = 2_000;
const resting = 15_000;
const most = 100;

export function renewDrills(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: drillsKey });
}

export const campaignsQuery = queryOptions({
  queryKey: [...drillsKey, 'campaigns'],
  queryFn: async ({ signal }) => (await answer(api.GET('/api/drills/campaigns', { params: { query: { limit: most } }, signal }))).items,
});

export function campaignQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...drillsKey, 'campaign', campaignId],
    queryFn: ({ signal }) => answer(api.GET('/api/drills/campaigns/{campaignId}', { params: { path: { campaignId } }, signal })),
    refetchInterval: query => (query.state.data?.drills.some(drill => drill.state === 'running') ? live : resting),
  });
}

export function sheetsQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...drillsKey, 'campaign', campaignId, 'sheets'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/drills/campaigns/{campaignId}/sheets', { params: { path: { campaignId } }, signal }))).items,
  });
}

export function rehearsalsQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...drillsKey, 'campaign', campaignId, 'rehearsals'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/drills/campaigns/{campaignId}/rehearsals', { params: { path: { campaignId } }, signal }))).items,
  });
}

export function rehearsalQuery(campaignId: string, rehearsalId: string) {
  return queryOptions({
    queryKey: [...drillsKey, 'campaign', campaignId, 'rehearsals', rehearsalId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/drills/campaigns/{campaignId}/rehearsals/{rehearsalId}', { params: { path: { campaignId, rehearsalId } }, signal }),
      ),
    refetchInterval: query => (query.state.data?.state === 'planning' ? live : false),
  });
}

export function drillListQuery(filter: DrillsSearch) {
  return queryOptions({
    queryKey: [...drillsKey, 'list', filter],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/drills', { params: { query: { ...filter, limit: most } }, signal }))).items,
    refetchInterval: resting,
  });
}

export function drillQuery(id: string) {
  return queryOptions({
    queryKey: [...drillsKey, 'drill', id],
    queryFn: ({ signal }) => answer(api.GET('/api/drills/{id}', { params: { path: { id } }, signal })),
    refetchInterval: query => (query.state.data?.state === 'running' ? live : resting),
  });
}

export function participantsQuery(id: string) {
  return queryOptions({
    queryKey: [...drillsKey, 'drill', id, 'participants'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/drills/{id}/participants', { params: { path: { id } }, signal }))).items,
  });
}

export function boardQuery(id: string) {
  return queryOptions({
    queryKey: [...drillsKey, 'drill', id, 'board'],
    queryFn: ({ signal }) => answer(api.GET('/api/drills/{id}/board', { params: { path: { id } }, signal })),
    refetchInterval: query => (query.state.data?.state === 'running' ? live : resting),
  });
}

/** Whether a report is not there yet: its drill runs, or its last measures are still on their way. */
export function isTooEarly(error: Error | null): boolean {
  return error instanceof Problem && error.status === 409;
}

export function drillReportQuery(id: string) {
  return queryOptions({
    queryKey: [...drillsKey, 'drill', id, 'report'],
    queryFn: ({ signal }): Promise<DrillReport> => answer(api.GET('/api/drills/{id}/report', { params: { path: { id } }, signal })),
    retry: false,
    refetchInterval: query => (isTooEarly(query.state.error) ? live : false),
  });
}

export function campaignReportQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...drillsKey, 'campaign', campaignId, 'report'],
    queryFn: ({ signal }): Promise<CampaignReport> =>
      answer(api.GET('/api/drills/campaigns/{campaignId}/report', { params: { path: { campaignId } }, signal })),
    refetchInterval: resting,
  });
}

export const consentQuery = queryOptions({
  queryKey: [...drillsKey, 'consent'],
  queryFn: ({ signal }) => answer(api.GET('/api/drills/consent', { signal })),
});

export const mineQuery = queryOptions({
  queryKey: [...drillsKey, 'mine'],
  queryFn: async ({ signal }) => (await answer(api.GET('/api/drills/mine', { params: { query: { limit: most } }, signal }))).items,
  refetchInterval: resting,
});

export function sheetQuery(id: string, kind: string) {
  return queryOptions({
    queryKey: [...drillsKey, 'drill', id, 'sheet', kind],
    queryFn: ({ signal }) => answer(api.GET('/api/drills/{id}/sheets/{kind}', { params: { path: { id, kind } }, signal })),
    // what is being filled in does not change under one's hands
    refetchOnWindowFocus: false,
  });
}
