import type { components } from '@/api/schema';

type Answered<T> = { headers: { [name: string]: unknown }; content: { 'application/json': T } };
interface Keyed {
  header?: { 'Idempotency-Key'?: string };
}

declare module '@/api/schema' {
  interface paths {
    '/api/advisories/default-audience': {
      get: {
        parameters: { query?: { sector?: string } };
        requestBody?: never;
        responses: { 200: Answered<{ groups: { id: string; name: string }[]; largeScale: boolean }> };
      };
    };
    '/api/advisories/{id}/attachments': {
      post: {
        parameters: { path: { id: string }; query?: { name?: string } } & Keyed;
        requestBody?: { content: { 'application/octet-stream': Blob } };
        responses: { 200: Answered<components['schemas']['GetDraftView']> };
      };
    };
    '/api/advisories/{id}/attachments/{attachmentId}': {
      delete: {
        parameters: { path: { id: string; attachmentId: string } } & Keyed;
        requestBody?: never;
        responses: { 200: Answered<components['schemas']['GetDraftView']> };
      };
    };
  }
}
