import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Problem } from '@/api/problem';
import { useTexts } from '../language';
import { Button } from '../ui/Button';
import { TextInput } from '../ui/fields';
import { HubForm } from '../ui/HubForm';
import { LinkButton } from '../ui/LinkButton';
import { Page } from '../ui/Page';
import { mailedToken, openCall } from './call';
import { NewPassword } from './fields';
import { OpenFrame } from './OpenFrame';
import { Proof } from './Proof';
import { texts } from './texts';

/** Asks for the mail, and is where its link leads. */
export function PasswordResetPage() {
  const t = useTexts(texts);
  const token = useMemo(mailedToken, []);
  return (
    <OpenFrame>
      <Page title={t('reset')}>{token ? <Redeem token={token} /> : <Ask />}</Page>
    </OpenFrame>
  );
}

function Ask() {
  const t = useTexts(texts);
  const [email, setEmail] = useState('');
  const ask = useMutation<void, Problem>({ mutationFn: () => openCall('/api/password-resets', { email }) });
  if (ask.isSuccess) return <p role="status">{t('resetSent')}</p>;
  return (
    <div className="card">
      <p className="mb-4">{t('resetAsk')}</p>
      <HubForm problem={ask.error} onSubmit={() => ask.isPending || ask.mutate()}>
        <TextInput name="email" type="email" label={t('email')} isRequired autoComplete="username" value={email} onChange={setEmail} />
        <Button type="submit" isPending={ask.isPending} className="self-start px-8">
          {t('resetSend')}
        </Button>
      </HubForm>
    </div>
  );
}

function Redeem({ token }: { token: string }) {
  const t = useTexts(texts);
  const [password, setPassword] = useState('');
  const [proof, setProof] = useState<{ totp?: string; recoveryCode?: string }>({});
  const redeem = useMutation<void, Problem>({ mutationFn: () => openCall('/api/password-resets/redeem', { token, password, ...proof }) });
  if (redeem.isSuccess) {
    return (
      <>
        <p role="status" className="mb-6">
          {t('resetDone')}
        </p>
        <LinkButton to="/sign-in">{t('toSignIn')}</LinkButton>
      </>
    );
  }
  return (
    <div className="card">
      <HubForm problem={redeem.error} onSubmit={() => redeem.isPending || redeem.mutate()}>
        <NewPassword value={password} onChange={setPassword} />
        <Proof value={proof} onChange={setProof} />
        <Button type="submit" isPending={redeem.isPending} className="self-start px-8">
          {t('resetNew')}
        </Button>
      </HubForm>
    </div>
  );
}
