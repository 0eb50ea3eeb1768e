import { Problem } from '@/api/problem';
import { language } from '../language';

/** Calls what needs no ticket: invitations, the reset of a password. */
export async function openCall<Answer>(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language() },
    body: JSON.stringify(body),
  }).catch(() => {
    throw Problem.unreachable();
  });
  if (!response.ok) throw await Problem.of(response);
  return response.status === 200 ? await response.json() : (undefined as Answer);
}

/** The token of a mailed link. It stands behind the #, which is never sent. */
export function mailedToken(): string | undefined {
  const token = location.hash.slice(1);
  return token.length > 0 ? token : undefined;
}
