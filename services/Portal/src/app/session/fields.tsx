import { useTexts } from '../language';
import { TextInput } from '../ui/fields';
import { texts } from './texts';

interface Field {
  value: string;
  onChange: (value: string) => void;
}

/** A password that is chosen now, by the browser's manager where there is one. */
export function NewPassword({ value, onChange, visible = false }: Field & { visible?: boolean }) {
  const t = useTexts(texts);
  return (
    <TextInput
      name="password"
      type={visible ? 'text' : 'password'}
      label={t('newPassword')}
      explanation={t('passwordRule')}
      isRequired
      autoComplete="new-password"
      value={value}
      onChange={onChange}
    />
  );
}

/** The six digits that an authenticator shows. */
export function AuthenticatorCode({ value, onChange }: Field) {
  const t = useTexts(texts);
  return (
    <TextInput
      name="totp"
      label={t('totp')}
      explanation={t('totpRule')}
      isRequired
      inputMode="numeric"
      autoComplete="one-time-code"
      value={value}
      onChange={onChange}
    />
  );
}
