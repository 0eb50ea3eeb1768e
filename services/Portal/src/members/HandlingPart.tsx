import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { changed, type May, type Organisation } from './members';
import { Saved } from './Saved';
import { texts } from './texts';

/** The rules by which what comes is handled, in their words, and their acceptance. */
export function HandlingPart({ organisation, may }: { organisation: Organisation; may: May }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const me = useMe();
  const queries = useQueryClient();
  const [accepted, setAccepted] = useState<number>();
  const query = useQuery({ queryKey: ['handling-rules'], queryFn: ({ signal }) => answer(api.GET('/api/handling-rules', { signal })) });
  const accept = useWrite(
    async (version: number, keyed) => {
      await answer(
        api.POST('/api/organisations/{id}/handling-rules', { params: { path: { id: organisation.id } }, body: { version }, ...keyed }),
      );
      return version;
    },
    {
      onDone: async version => {
        setAccepted(version);
        await changed(queries, organisation.id);
      },
    },
  );
  const present = me.organisation.currentHandlingRulesVersion;
  const mine = accepted ?? me.organisation.handlingRulesVersion;
  return (
    <Answered query={query}>
      {({ items }) => {
        const rules = items.find(r => r.version === present);
        if (!rules) return null;
        const text = rules[language];
        return (
          <Card title={`${text.title} ${t('rulesVersion', { version: rules.version })}`}>
            <Saved said={accepted ? t('accepted') : ''} />
            <p className="mb-3 font-bold">{mine === present ? t('acceptedVersion', { version: present }) : t('notAccepted')}</p>
            <h3 className="text-lg">{t('purposes')}</h3>
            <ul className="mb-3 list-disc ps-6">
              {text.purposes.map(purpose => (
                <li key={purpose}>{purpose}</li>
              ))}
            </ul>
            <h3 className="text-lg">{t('rules')}</h3>
            <ol className="mb-3 list-decimal ps-6">
              {text.rules.map(rule => (
                <li key={rule}>{rule}</li>
              ))}
            </ol>
            {accept.error ? <ProblemNotice problem={accept.error} /> : null}
            {may.own && mine !== present ? (
              <Button isPending={accept.isPending} onPress={() => accept.send(present)}>
                {t('acceptRules')}
              </Button>
            ) : null}
          </Card>
        );
      }}
    </Answered>
  );
}
