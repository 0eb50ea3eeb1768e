import type { components } from '@/api/schema';

declare module '@/api/schema' {
  interface paths {
    '/api/situation': {
      get: {
        parameters: { query?: { hours?: number } };
        requestBody?: never;
        responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': SituationView } } };
      };
    };
  }
}

export interface SituationView {
  at: string;
  reportsLast24Hours: number;
  reportsLast7Days: number;
  grid: { sector: string | null; severity: string; last24Hours: number; last7Days: number }[];
  timeline: { from: string; reports: number; advisories: number }[];
  running: {
    id: string;
    number: string;
    version: number;
    title: string;
    tlp: components['schemas']['Tlp'];
    kind: string;
    severity: string;
    urgency: string;
    sectors: string[];
    reports: number;
    issuedAt: string;
    due: string | null;
    recipients: number;
    receipts: components['schemas']['GetReachStates'] | null;
  }[];
  spread: { from: string; to: string; advisories: number; reports: number }[];
}
