import { useTexts } from '@/app/language';
import { Sections } from '@/app/ui/Sections';
import { texts } from './texts';

export function AuditSections() {
  const t = useTexts(texts);
  return (
    <Sections
      label={t('title')}
      sections={[
        { to: '/audit', text: t('trail') },
        { to: '/audit/chain', text: t('chain') },
      ]}
    />
  );
}
