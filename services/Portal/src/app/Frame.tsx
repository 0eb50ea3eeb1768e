import { Outlet, useMatches, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { Forbidden } from './problems/NotFound';
import { ServerDown } from './problems/ServerDown';
import { has, hasAccepted } from './roles';
import { Shell } from './Shell';
import { type Me, session } from './session/session';
import { useSession } from './session/useSession';
import { Loading } from './ui/Loading';

const startAgain = () => void session.start();
const AcceptFirst = lazy(() => import('@/handling/AcceptFirst').then(m => ({ default: m.AcceptFirst })));
const SignInAgain = lazy(() => import('./session/SignInAgain').then(m => ({ default: m.SignInAgain })));

/** Stands around every page for who is signed in; where the session ends meanwhile the page stays under the sign-in. */
export function Frame() {
  const state = useSession();
  switch (state.kind) {
    case 'starting':
      return <Loading />;
    case 'unreachable':
      return <ServerDown onRetry={startAgain} />;
    case 'signedOut':
      return <ToSignIn left={state.left} />;
    case 'replaced':
      return (
        <Suspense>
          <SignInAgain />
        </Suspense>
      );
    default:
      return (
        <>
          <Shell me={state.me}>
            <Allowed me={state.me} />
          </Shell>
          {state.kind === 'over' ? (
            <Suspense>
              <SignInAgain />
            </Suspense>
          ) : null}
        </>
      );
  }
}

/** Leads to the sign-in, and from there back to where one wanted to go. */
function ToSignIn({ left }: { left: boolean }) {
  const router = useRouter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; where one is changes on the way
  useEffect(() => {
    const here = router.latestLocation.href;
    void router.navigate({ to: '/sign-in', search: here === '/' || left ? {} : { to: here }, replace: true });
  }, []);
  return <Loading />;
}

function Allowed({ me }: { me: Me }) {
  const page = useMatches().at(-1);
  const { roles, shared } = page?.staticData ?? {};
  if (roles && !has(me, ...roles)) return <Forbidden />;
  return shared && !hasAccepted(me) ? (
    <Suspense fallback={<Loading />}>
      <AcceptFirst />
    </Suspense>
  ) : (
    <Outlet />
  );
}
