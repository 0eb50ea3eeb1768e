import { useQuery } from '@tanstack/react-query';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Acceptance } from '@/handling/Acceptance';
import { handlingRulesQuery } from '@/handling/handling';
import { RulesText } from '@/handling/RulesText';

/** The rules by which what comes is handled, in their words, and their acceptance by the own organisation. */
export function HandlingPart() {
  const present = useMe().organisation.currentHandlingRulesVersion;
  const query = useQuery(handlingRulesQuery);
  return (
    <>
      <Acceptance />
      <Answered query={query}>
        {versions =>
          versions.filter(rules => rules.version === present).map(rules => <RulesText key={rules.version} rules={rules} present />)
        }
      </Answered>
    </>
  );
}
