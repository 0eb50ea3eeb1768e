import { useState } from 'react';
import { useTexts } from '../language';
import { Button } from '../ui/Button';
import { TextInput } from '../ui/fields';
import { AuthenticatorCode } from './fields';
import { texts } from './texts';

/** The second factor: the authenticator's code, or a recovery code. */
export function Proof({
  value,
  onChange,
}: {
  value: { totp?: string; recoveryCode?: string };
  onChange: (next: { totp?: string; recoveryCode?: string }) => void;
}) {
  const t = useTexts(texts);
  const [recovering, setRecovering] = useState(false);
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="w-full">
        {recovering ? (
          <TextInput
            key="recoveryCode"
            name="recoveryCode"
            label={t('recoveryCode')}
            explanation={t('recoveryCodeRule')}
            isRequired
            autoComplete="off"
            value={value.recoveryCode ?? ''}
            onChange={recoveryCode => onChange({ recoveryCode })}
          />
        ) : (
          <AuthenticatorCode key="totp" value={value.totp ?? ''} onChange={totp => onChange({ totp })} />
        )}
      </div>
      <Button
        look="quiet"
        className="-ms-4 text-start"
        onPress={() => {
          setRecovering(!recovering);
          onChange({});
        }}
      >
        {recovering ? t('useTotp') : t('useRecoveryCode')}
      </Button>
    </div>
  );
}
