import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { NewPassword } from '@/app/session/fields';
import { session } from '@/app/session/session';
import { useMe } from '@/app/session/useSession';
import { Button } from '@/app/ui/Button';
import { Check, TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { texts } from './texts';

/** A new password, for the present one. The hub then ends every session, so one signs in again. */
export function Password() {
  const t = useTexts(texts);
  const me = useMe();
  const empty = { current: '', password: '' };
  const [input, setInput] = useState(empty);
  const [visible, setVisible] = useState(false);
  const change = useWrite((body: Schemas['ChangePasswordCommand'], keyed) => answer(api.PUT('/api/me/password', { body, ...keyed })), {
    onDone: () => {
      setInput(empty);
      session.askAgain();
    },
  });
  return (
    <section className="card" aria-labelledby="password">
      <h2 id="password" className="mb-2 text-xl">
        {t('password')}
      </h2>
      <p className="mb-4">{t('passwordLead')}</p>
      <p role="status" className={change.isSuccess ? 'mb-4 font-bold' : 'sr-only'}>
        {change.isSuccess ? `✓ ${t('passwordDone')}` : ''}
      </p>
      <HubForm problem={change.error} onSubmit={() => change.send(input)}>
        <input type="hidden" name="username" autoComplete="username" value={me.person?.email ?? ''} readOnly />
        <TextInput
          name="current"
          type={visible ? 'text' : 'password'}
          label={t('presentPassword')}
          isRequired
          autoComplete="current-password"
          value={input.current}
          onChange={current => setInput({ ...input, current })}
        />
        <NewPassword visible={visible} value={input.password} onChange={password => setInput({ ...input, password })} />
        <Check isSelected={visible} onChange={setVisible}>
          {t('show')}
        </Check>
        <Button look="secondary" type="submit" isPending={change.isPending} className="self-start">
          {t('passwordDo')}
        </Button>
      </HubForm>
    </section>
  );
}
