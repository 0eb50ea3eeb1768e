import type { components } from '@/api/schema';

type Report = components['schemas']['SubmitReportCommand'];

export interface DraftReceipt {
  id: string;
  version: number;
  keptAt: string;
  expiresAt: string;
}

export interface Draft extends DraftReceipt {
  followsUp: string | null;
  report: Report;
}

export interface DraftItem extends DraftReceipt {
  kind: string | null;
  title: string | null;
  onBehalfOf: string | null;
  followsUp: string | null;
}

interface None {
  query?: never;
  header?: never;
  path?: never;
  cookie?: never;
}

interface Body<T> {
  content: { 'application/json': T };
}

interface Answered<T> extends Body<T> {
  headers: { [name: string]: unknown };
}

interface Unused {
  options?: never;
  head?: never;
  patch?: never;
  trace?: never;
}

// the drafts of Intake, until the made description has them
declare module '@/api/schema' {
  interface paths {
    '/api/report-drafts': Unused & {
      parameters: None;
      get: { parameters: None; requestBody?: never; responses: { 200: Answered<{ items: DraftItem[]; next: string | null }> } };
      post: {
        parameters: None;
        requestBody: Body<{ report: Report; followsUp: string | null }>;
        responses: { 201: Answered<DraftReceipt> };
      };
      put?: never;
      delete?: never;
    };
    '/api/report-drafts/{draftId}': Unused & {
      parameters: None;
      get: {
        parameters: { query?: never; header?: never; path: { draftId: string }; cookie?: never };
        requestBody?: never;
        responses: { 200: Answered<Draft> };
      };
      put: {
        parameters: { query?: never; header?: never; path: { draftId: string }; cookie?: never };
        requestBody: Body<{ version: number; report: Report }>;
        responses: { 200: Answered<DraftReceipt> };
      };
      post?: never;
      delete: {
        parameters: { query?: never; header?: never; path: { draftId: string }; cookie?: never };
        requestBody?: never;
        responses: { 204: { headers: { [name: string]: unknown }; content?: never } };
      };
    };
  }
}
