import type { Client } from 'openapi-fetch';
import { api, type Schemas } from '@/api/client';

/* What schema.d.ts does not know yet: it is made anew once the hub that it is made from has the calls and reminders. */

export interface LastCall {
  channel: string;
  reached: boolean;
  by: string;
  at: string;
}

export type SilentOne = Schemas['SilentOne'] & { lastCall?: LastCall | null; remindedAt?: string | null };

export interface Call {
  organisationId: string;
  name: string;
  version: number;
  channel: string;
  reached: boolean;
  by: string;
  comment: string | null;
  calledAt: string;
}

export interface CallList {
  advisoryId: string;
  version: number;
  silent: SilentOne[];
  calls: Call[];
}

export interface RecordCall {
  organisationId: string;
  channel: string;
  reached: boolean | null;
  by: string;
  comment: string | null;
}

export interface Reminded {
  reminded: string[];
  tooSoon: string[];
  remindedAt: string;
}

interface Answered<T> {
  headers: Record<string, unknown>;
  content: { 'application/json': T };
}

interface Parameters {
  path: { id: string };
}

interface Paths {
  '/api/advisories/{id}/calls': {
    get: { parameters: Parameters; responses: { 200: Answered<CallList> } };
    post: { parameters: Parameters; requestBody: { content: { 'application/json': RecordCall } }; responses: { 201: Answered<Call> } };
  };
  '/api/advisories/{id}/reminders': {
    post: {
      parameters: Parameters;
      requestBody: { content: { 'application/json': { organisations: string[] | null } } };
      responses: { 200: Answered<Reminded> };
    };
  };
}

export const coming = api as unknown as Client<Paths>;
