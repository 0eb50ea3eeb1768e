import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Mark } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { ceptoarsQuery } from '@/directory/directory';
import { policiesQuery, useScopeName } from './policies';
import { keeps, type Policy, scopesOf } from './rules';
import { texts } from './texts';

/** The policies in force, one's own first. */
export function PoliciesPage() {
  const t = useTexts(texts);
  const me = useMe();
  const policies = useQuery(policiesQuery);
  const ceptoars = useQuery(ceptoarsQuery);
  return (
    <Page title={t('title')}>
      <p className="mb-6">{t('lead')}</p>
      <Answered query={ceptoars}>
        {known => (
          <Answered query={policies}>
            {found => {
              const scopes = scopesOf(known);
              const all = ['national', ...scopes.ministries.map(m => m.scope), ...scopes.ceptoars];
              const own = all.filter(scope => keeps(me, scope, known));
              const others = (some: readonly string[]) => some.filter(scope => !own.includes(scope));
              return (
                <div className="flex flex-col gap-8">
                  <List heading={t('yours')} scopes={own} policies={found} />
                  <List heading={t('national')} scopes={others(['national'])} policies={found} />
                  <List heading={t('ministries')} scopes={others(scopes.ministries.map(m => m.scope))} policies={found} />
                  <List heading={t('ceptoars')} scopes={others(scopes.ceptoars)} policies={found} />
                </div>
              );
            }}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

function List({ heading, scopes, policies }: { heading: string; scopes: readonly string[]; policies: readonly Policy[] }) {
  const t = useTexts(texts);
  const name = useScopeName();
  if (scopes.length === 0) return null;
  return (
    <section>
      <h2 className="mb-3 text-xl">{heading}</h2>
      <ul className="card flex flex-col">
        {scopes.map(scope => {
          const policy = policies.find(p => p.scope === scope);
          return (
            <li
              key={scope}
              className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-t border-solid-gray-300 py-2 first:border-t-0"
            >
              <Link to="/policies/$scope" params={{ scope }} className="link font-bold">
                {name(scope)}
              </Link>
              <span className="flex flex-wrap items-center gap-2 text-sm text-solid-gray-700">
                {policy ? (
                  <>
                    <Mark>{t('inForce')}</Mark>
                    <span>
                      {t('version', { number: policy.number })}・{t('rulesCount', { count: policy.rules.length })}
                    </span>
                  </>
                ) : (
                  t('onlyNational')
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
