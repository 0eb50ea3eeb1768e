import { useQuery } from '@tanstack/react-query';
import { useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Page } from '@/app/ui/Page';
import { Acceptance } from '@/handling/Acceptance';
import { handlingRulesQuery } from '@/handling/handling';
import { RulesText } from '@/handling/RulesText';
import { DirectorySections } from './DirectorySections';
import { texts } from './texts';

/** The rules on handling information, and whether the own organisation accepted them. */
export function RulesPage() {
  const t = useTexts(texts);
  const present = useMe().organisation.currentHandlingRulesVersion;
  const query = useQuery(handlingRulesQuery);
  return (
    <Page title={t('rules')} above={<DirectorySections />}>
      <p className="mb-6">{t('rulesLead')}</p>
      <Acceptance />
      <Answered query={query}>
        {versions => versions.map(rules => <RulesText key={rules.version} rules={rules} present={rules.version === present} />)}
      </Answered>
    </Page>
  );
}
