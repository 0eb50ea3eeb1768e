import { useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { roleTexts } from '@/app/roleTexts';
import { useMe } from '@/app/session/useSession';
import { Checks } from '@/app/ui/Checks';
import { texts } from './texts';

const reserved = ['administrator', 'auditor'];

/** Which roles a person is to have, each with what it may do. */
export function RolesField({
  fitting,
  value,
  onChange,
}: {
  fitting: readonly string[];
  value: readonly string[];
  onChange: (roles: string[]) => void;
}) {
  const t = useTexts(texts);
  const role = useTexts(roleTexts);
  const me = useMe();
  const offered = [...new Set([...fitting, ...value])].filter(
    code => !reserved.includes(code) || has(me, 'administrator') || value.includes(code),
  );
  return (
    <Checks
      name="roles"
      label={t('roles')}
      explanation={t('rolesRule')}
      isRequired
      value={value}
      onChange={onChange}
      options={offered.map(code => ({
        value: code,
        label: <strong>{role(code as 'operator')}</strong>,
        explanation: `${role(`does.${code as 'operator'}`)}${reserved.includes(code) ? ` ${t('reserved')}` : ''}`,
      }))}
    />
  );
}
