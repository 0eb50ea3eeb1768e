import { Problem } from '@/api/problem';
import { language } from '@/app/language';
import { session } from '@/app/session/session';

export const mostBytes = 20 * 1024 * 1024;
export const mostFiles = 20;

/** Sends a file to a report and tells how much of it is there; `fetch` does not. The same file sent again is the one that is there. */
export async function upload(reportId: string, file: File, onProgress: (share: number) => void): Promise<void> {
  while (true) {
    const ticket = await session.ticket();
    const { status, body } = await send(reportId, file, ticket, onProgress);
    if (status === 401) {
      session.refused(ticket);
      continue;
    }
    if (status < 200 || status > 299) throw Problem.read(status, body);
    return;
  }
}

function send(
  reportId: string,
  file: File,
  ticket: string,
  onProgress: (share: number) => void,
): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/reports/${reportId}/attachments?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Authorization', `Bearer ${ticket}`);
    request.setRequestHeader('Accept-Language', language());
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.upload.onprogress = event => onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => resolve({ status: request.status, body: read(request.responseText) });
    request.onerror = () => reject(Problem.unreachable());
    request.send(file);
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function inKilobytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
