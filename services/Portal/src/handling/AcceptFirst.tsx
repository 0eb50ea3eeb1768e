import { useQuery } from '@tanstack/react-query';
import { useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Page } from '@/app/ui/Page';
import { Acceptance } from './Acceptance';
import { handlingRulesQuery } from './handling';
import { RulesText } from './RulesText';
import { texts } from './texts';

/** Stands in place of a page that shows what others shared, until the organisation accepted the rules; then that page is there. */
export function AcceptFirst() {
  const t = useTexts(texts);
  const present = useMe().organisation.currentHandlingRulesVersion;
  const query = useQuery(handlingRulesQuery);
  return (
    <Page title={t('step')}>
      <p className="mb-6">{t('stepWhat')}</p>
      <Answered query={query}>
        {versions => (
          <>
            {versions
              .filter(rules => rules.version === present)
              .map(rules => (
                <RulesText key={rules.version} rules={rules} present />
              ))}
            <Acceptance />
          </>
        )}
      </Answered>
    </Page>
  );
}
