import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTexts } from '../language';
import { ServerDown } from '../problems/ServerDown';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { OpenFrame } from './OpenFrame';
import { SignInForm } from './SignInForm';
import { session } from './session';
import { texts } from './texts';
import { useSession } from './useSession';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const t = useTexts(texts);
  const state = useSession();
  const { to } = route.useSearch();
  const router = useRouter();
  const signedIn = state.kind === 'signedIn';
  useEffect(() => {
    if (signedIn) void router.navigate({ to: inside(to), replace: true });
  }, [router, signedIn, to]);
  if (state.kind === 'unreachable') return <ServerDown onRetry={() => void session.start()} />;
  if (state.kind !== 'signedOut') return <Loading />;
  return (
    <OpenFrame>
      <Page title={t('signIn')}>
        <p className="mb-6">{t('welcome')}</p>
        {state.left ? (
          <p role="status" className="mb-6 font-bold">
            {t('left')}
          </p>
        ) : null}
        <div className="card">
          <SignInForm />
        </div>
        <ul className="mt-6 flex flex-col gap-2">
          <li>
            <Link to="/password-reset" className="link">
              {t('forgotten')}
            </Link>
          </li>
          <li>
            <a href="/verify" className="link">
              {t('verify')}
            </a>
          </li>
          <li>
            <a href="/api/openapi.json" className="link">
              {t('openApi')}
            </a>
          </li>
        </ul>
      </Page>
    </OpenFrame>
  );
}

/** A path of the Portal, and nothing that leads elsewhere. */
function inside(to: string | undefined): string {
  return to?.startsWith('/') && !to.startsWith('//') && !to.includes('\\') ? to : '/';
}
