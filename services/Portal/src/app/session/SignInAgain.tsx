import { useTexts } from '../language';
import { Button } from '../ui/Button';
import { Dialogue } from '../ui/Dialogue';
import { SignInForm } from './SignInForm';
import { session } from './session';
import { texts } from './texts';
import { useSession } from './useSession';

/** Over a page whose session ended: the same person signs in again, and what stands on the page goes on. */
export function SignInAgain() {
  const t = useTexts(texts);
  const state = useSession();
  if (state.kind === 'replaced') {
    return (
      <Dialogue title={t('replaced')} isOpen>
        <p className="mb-4">{t('replacedDetail')}</p>
        <Button onPress={() => location.assign('/')}>{t('reload')}</Button>
      </Dialogue>
    );
  }
  if (state.kind !== 'over') return null;
  const { person } = state.me;
  return (
    <Dialogue title={t('over')} isOpen {...(state.early ? { onClose: () => session.later() } : {})}>
      <p className="mb-2">{state.early ? t('earlyDetail') : t('overDetail')}</p>
      <p className="mb-4 font-bold">{t('overAs', { name: person?.name ?? '', email: person?.email ?? '' })}</p>
      <SignInForm as={person?.email ?? undefined} />
      {state.early ? (
        <Button look="quiet" className="mt-4 -ms-4" onPress={() => session.later()}>
          {t('later')}
        </Button>
      ) : (
        <Button look="quiet" className="mt-4 -ms-4" onPress={() => void session.signOut()}>
          {t('overOther')}
        </Button>
      )}
    </Dialogue>
  );
}
