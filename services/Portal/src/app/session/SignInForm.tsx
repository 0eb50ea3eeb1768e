import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '@/api/problem';
import { useTexts } from '../language';
import { Button } from '../ui/Button';
import { TextInput } from '../ui/fields';
import { HubForm } from '../ui/HubForm';
import { Proof } from './Proof';
import { type Credentials, session } from './session';
import { texts } from './texts';

/** E-mail, password, code. With `as` it is for one person alone: the one whose work stands behind. */
export function SignInForm({ as }: { as?: string | undefined }) {
  const t = useTexts(texts);
  const [email, setEmail] = useState(as ?? '');
  const [password, setPassword] = useState('');
  const [proof, setProof] = useState<{ totp?: string; recoveryCode?: string }>({});
  const signIn = useMutation<void, Problem, Credentials>({ mutationFn: credentials => session.signIn(credentials) });
  return (
    <HubForm problem={signIn.error} onSubmit={() => signIn.isPending || signIn.mutate({ email, password, ...proof })}>
      <TextInput
        name="email"
        type="email"
        label={t('email')}
        isRequired
        autoComplete="username"
        isReadOnly={as !== undefined}
        value={email}
        onChange={setEmail}
      />
      <TextInput
        name="password"
        type="password"
        label={t('password')}
        isRequired
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <Proof value={proof} onChange={setProof} />
      <Button type="submit" isPending={signIn.isPending} className="self-start px-8">
        {t('signIn')}
      </Button>
    </HubForm>
  );
}
