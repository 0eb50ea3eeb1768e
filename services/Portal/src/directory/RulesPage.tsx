import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { has } from '@/app/roles';
import { session } from '@/app/session/session';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Mark } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { grainedTime } from '@/app/ui/time';
import { DirectorySections } from './DirectorySections';
import { texts } from './texts';

/** The rules on handling information, and whether the own organisation accepted them. */
export function RulesPage() {
  const t = useTexts(texts);
  const language = useLanguage();
  const me = useMe();
  const query = useQuery({
    queryKey: ['handling-rules'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/handling-rules', { signal }))).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { currentHandlingRulesVersion: current, handlingRulesVersion: accepted } = me.organisation;
  const accept = useWrite(
    (version: number, keyed) =>
      answer(
        api.POST('/api/organisations/{id}/handling-rules', { params: { path: { id: me.organisation.id } }, body: { version }, ...keyed }),
      ),
    { onDone: () => session.start() },
  );
  return (
    <Page title={t('rules')} above={<DirectorySections />}>
      <p className="mb-6">{t('rulesLead')}</p>
      <section className="card mb-6">
        {accept.error ? <ProblemNotice problem={accept.error} /> : null}
        <p role="status" className="font-bold">
          {accepted === current ? `✓ ${t('accepted', { version: accepted })}` : t('notAccepted')}
        </p>
        {accepted === current ? null : has(me, 'manager', 'administrator') ? (
          <>
            <p className="my-2">{t('acceptDetail')}</p>
            <Button isPending={accept.isPending} onPress={() => accept.send(current)}>
              {t('accept')}
            </Button>
          </>
        ) : (
          <p>{t('notManager')}</p>
        )}
      </section>
      <Answered query={query}>
        {versions =>
          versions.map(version => {
            const said = version[language];
            return (
              <article key={version.version} className="card mb-4">
                <div className="mb-2 flex flex-wrap items-center gap-3">
                  <h2 className="text-xl">{said.title}</h2>
                  {version.version === current ? <Mark>{t('rulesCurrent')}</Mark> : null}
                </div>
                <p className="text-solid-gray-700">
                  {t('rulesSince', { day: grainedTime(new Date(`${version.since}T00:00:00+09:00`), 'day', language) })}
                </p>
                <h3 className="mt-4 mb-2 text-lg">{t('rulesPurposes')}</h3>
                <ul className="list-disc ps-6">
                  {said.purposes.map(purpose => (
                    <li key={purpose}>{purpose}</li>
                  ))}
                </ul>
                <h3 className="mt-4 mb-2 text-lg">{t('rulesRules')}</h3>
                <ol className="flex list-decimal flex-col gap-2 ps-6">
                  {said.rules.map(rule => (
                    <li key={rule}>{rule}</li>
                  ))}
                </ol>
              </article>
            );
          })
        }
      </Answered>
    </Page>
  );
}
