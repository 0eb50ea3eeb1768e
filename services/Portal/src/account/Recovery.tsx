import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { AuthenticatorCode } from '@/app/session/fields';
import { RecoveryCodeList } from '@/app/session/RecoveryCodeList';
import { Button } from '@/app/ui/Button';
import { HubForm } from '@/app/ui/HubForm';
import { texts } from './texts';

/** New recovery codes for a code of the authenticator; they are shown once. */
export function Recovery() {
  const t = useTexts(texts);
  const [totp, setTotp] = useState('');
  const [codes, setCodes] = useState<readonly string[]>();
  const make = useWrite(
    (body: Schemas['MakeRecoveryCodesCommand'], keyed) => answer(api.POST('/api/me/recovery-codes', { body, ...keyed })),
    {
      onDone: made => {
        setTotp('');
        setCodes(made.recoveryCodes);
      },
    },
  );
  return (
    <section className="card" aria-labelledby="recovery">
      <h2 id="recovery" className="mb-2 text-xl">
        {t('recovery')}
      </h2>
      {codes ? (
        <RecoveryCodeList codes={codes}>
          <Button onPress={() => setCodes(undefined)}>{t('recoveryKept')}</Button>
        </RecoveryCodeList>
      ) : (
        <>
          <p className="mb-4">{t('recoveryLead')}</p>
          <HubForm problem={make.error} onSubmit={() => make.send({ totp })}>
            <AuthenticatorCode value={totp} onChange={setTotp} />
            <Button look="secondary" type="submit" isPending={make.isPending} className="self-start">
              {t('recoveryDo')}
            </Button>
          </HubForm>
        </>
      )}
    </section>
  );
}
