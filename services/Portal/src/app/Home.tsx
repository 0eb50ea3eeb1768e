import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { menuOf } from './menu';
import { useMe } from './session/useSession';

/** Leads to the first page of the person's menu. */
export function Home() {
  const router = useRouter();
  const first = menuOf(useMe())[0]?.to;
  useEffect(() => {
    if (first) void router.navigate({ to: first, replace: true });
  }, [router, first]);
  return null;
}
