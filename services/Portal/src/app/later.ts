import { useQuery } from '@tanstack/react-query';
import { inboxQuery } from '@/inbox/inbox';
import { useMe } from './session/useSession';

/** True once the inbox is there: what nobody waits for comes after it. */
export function useLater(): boolean {
  return !useQuery(inboxQuery(useMe())).isPending;
}
