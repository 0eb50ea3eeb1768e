import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Schemas } from '@/api/client';
import type { Problem } from '@/api/problem';
import { useLanguage, useTexts } from '../language';
import { Answered } from '../ui/Answered';
import { Button } from '../ui/Button';
import { TextInput } from '../ui/fields';
import { HubForm } from '../ui/HubForm';
import { LinkButton } from '../ui/LinkButton';
import { Page } from '../ui/Page';
import { useNow } from '../ui/Time';
import { japanTime } from '../ui/time';
import { mailedToken, openCall } from './call';
import { AuthenticatorCode, NewPassword } from './fields';
import { OpenFrame } from './OpenFrame';
import { QrCode } from './QrCode';
import { RecoveryCodeList } from './RecoveryCodeList';
import { texts } from './texts';

/** Where the mail of an invitation leads: authenticator, password, recovery codes. */
export function InvitationPage() {
  const t = useTexts(texts);
  const token = useMemo(mailedToken, []);
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) return <RecoveryCodes codes={codes} />;
  return (
    <OpenFrame>
      <Page title={t('invitation')}>{token ? <Invited token={token} onJoined={setCodes} /> : <p>{t('noToken')}</p>}</Page>
    </OpenFrame>
  );
}

function Invited({ token, onJoined }: { token: string; onJoined: (codes: readonly string[]) => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const now = useNow();
  const look = useQuery({
    queryKey: ['invitation', token],
    queryFn: async () => {
      const invitation = await openCall<Schemas['LookAtInvitationView']>('/api/invitations/look', { token });
      return { invitation, authenticator: await openCall<Schemas['EnrolAuthenticatorView']>('/api/invitations/authenticator', { token }) };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Answered query={look}>
      {({ invitation, authenticator }) => (
        <>
          <p>{t('invitedAs', { name: invitation.name, organisation: invitation.organisation })}</p>
          <p className="mb-6 text-sm text-solid-gray-700">
            {t('linkUntil', { time: japanTime(new Date(invitation.expiresAt), language, now) })}
          </p>
          <section className="card mb-6">
            <h2 className="mb-2 text-xl">{t('stepAuthenticator')}</h2>
            <p>{t('stepAuthenticatorDetail')}</p>
            <QrCode svg={authenticator.qrCode} label={t('qr')} />
            <p>
              {t('secret')}: <code className="font-bold tracking-wider">{authenticator.secret.match(/.{1,4}/g)?.join(' ')}</code>
            </p>
          </section>
          <Accept token={token} email={invitation.email} onJoined={onJoined} />
        </>
      )}
    </Answered>
  );
}

function Accept({ token, email, onJoined }: { token: string; email: string; onJoined: (codes: readonly string[]) => void }) {
  const t = useTexts(texts);
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const accept = useMutation<Schemas['AcceptInvitationView'], Problem>({
    mutationFn: () => openCall('/api/invitations/accept', { token, password, totp }),
    onSuccess: joined => onJoined(joined.recoveryCodes),
  });
  return (
    <section className="card">
      <h2 className="mb-4 text-xl">{t('stepPassword')}</h2>
      <HubForm problem={accept.error} onSubmit={() => accept.isPending || accept.mutate()}>
        <TextInput name="email" label={t('email')} isReadOnly autoComplete="username" value={email} />
        <NewPassword value={password} onChange={setPassword} />
        <AuthenticatorCode value={totp} onChange={setTotp} />
        <Button type="submit" isPending={accept.isPending} className="self-start px-8">
          {t('accept')}
        </Button>
      </HubForm>
    </section>
  );
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useTexts(texts);
  return (
    <OpenFrame>
      <Page title={t('joined')}>
        <section className="card">
          <h2 className="mb-2 text-xl">{t('recoveryCodes')}</h2>
          <RecoveryCodeList codes={codes}>
            <LinkButton to="/sign-in">{t('kept')}</LinkButton>
          </RecoveryCodeList>
        </section>
      </Page>
    </OpenFrame>
  );
}
