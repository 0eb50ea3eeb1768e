import { useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Sections } from '@/app/ui/Sections';
import { texts } from './texts';

/** The pages of the directory that a person may open. */
export function DirectorySections() {
  const t = useTexts(texts);
  const me = useMe();
  return (
    <Sections
      label={t('title')}
      sections={[
        { to: '/directory', text: t('mapShort') },
        { to: '/directory/organisations', text: t('organisations') },
        ...(has(me, 'administrator', 'manager') ? [{ to: '/people' as const, text: t('people') }] : []),
        { to: '/directory/rules', text: t('rules') },
        ...(has(me, 'administrator') ? [{ to: '/directory/import' as const, text: t('import') }] : []),
      ]}
    />
  );
}
