import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { menuOf } from './menu';
import { useMe } from './session/useSession';
import { Loading } from './ui/Loading';

const HomePage = lazy(() => import('@/home/HomePage').then(m => ({ default: m.HomePage })));

/** What waits for the person, where its role has such a page; else it leads to the first page of the menu. */
export function Home() {
  const router = useRouter();
  const first = menuOf(useMe())[0]?.to;
  useEffect(() => {
    if (first && first !== '/') void router.navigate({ to: first, replace: true });
  }, [router, first]);
  return first === '/' ? (
    <Suspense fallback={<Loading />}>
      <HomePage />
    </Suspense>
  ) : null;
}
