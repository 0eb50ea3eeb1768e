import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { roleTexts } from '@/app/roleTexts';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { LinkButton } from '@/app/ui/LinkButton';
import { Page } from '@/app/ui/Page';
import { Pick } from '@/app/ui/Pick';
import { SearchField } from '@/app/ui/SearchField';
import { Table } from '@/app/ui/Table';
import { saysAll } from '@/app/words';
import { DirectorySections } from '@/directory/DirectorySections';
import { organisationsQuery, peopleQuery } from '@/directory/directory';
import type { PeopleSearch } from './search';
import { texts } from './texts';

const route = getRouteApi('/frame/people');

/** The people that a manager or administrator keeps. */
export function PeoplePage() {
  const t = useTexts(texts);
  const role = useTexts(roleTexts);
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: Partial<Record<keyof PeopleSearch, string>>) =>
    void navigate({ search: { ...search, ...part } as PeopleSearch, replace: true });
  const administrates = has(me, 'administrator');
  const query = useQuery(peopleQuery(administrates ? undefined : me.organisation.id));
  const { data: organisations } = useQuery({ ...organisationsQuery(me), enabled: administrates });
  return (
    <Page
      title={t('title')}
      above={<DirectorySections />}
      aside={
        administrates ? null : (
          <LinkButton to="/people/invite" search={{ organisation: me.organisation.id }}>
            {t('invite')}
          </LinkButton>
        )
      }
    >
      <p className="mb-6">{t('lead')}</p>
      <search aria-label={t('filter')} className="not-printed mb-6 grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-4">
        <SearchField label={t('search')} value={search.q ?? ''} onChange={q => change({ q })} />
        <Pick
          label={t('state')}
          value={search.state ?? ''}
          onChange={state => change({ state })}
          options={[
            { value: '', label: t('any') },
            ...(['active', 'invited', 'inactive'] as const).map(value => ({ value, label: t(`states.${value}`) })),
          ]}
        />
      </search>
      <Answered query={query}>
        {people => {
          const shown = people
            .filter(
              p =>
                saysAll(`${p.name} ${p.nameEn ?? ''} ${p.duty ?? ''} ${p.email ?? ''}`, search.q) &&
                (!search.state || p.state === search.state),
            )
            .sort((a, b) => a.name.localeCompare(b.name, 'ja'));
          return (
            <>
              <p role="status" className="mb-3 text-solid-gray-700">
                {t('count', { count: shown.length })}
              </p>
              {shown.length === 0 ? (
                <p className="card">{t('none')}</p>
              ) : (
                <div className="card">
                  <Table
                    caption={t('title')}
                    rows={shown}
                    keyOf={p => p.id}
                    columns={[
                      {
                        head: t('name'),
                        cell: p => (
                          <Link to="/people/$id" params={{ id: p.id }} className="link">
                            {p.name}
                          </Link>
                        ),
                      },
                      ...(administrates
                        ? [
                            {
                              head: t('organisation'),
                              cell: (p: (typeof shown)[number]) => (
                                <Link to="/directory/organisations/$id" params={{ id: p.organisationId }} className="link">
                                  {organisations?.find(o => o.id === p.organisationId)?.name ?? '…'}
                                </Link>
                              ),
                            },
                          ]
                        : []),
                      { head: t('duty'), cell: p => p.duty },
                      { head: t('roles'), cell: p => p.roles.map(code => role(code as 'operator')).join('・') },
                      { head: t('state'), cell: p => t(`states.${p.state as 'active'}`) },
                      { head: t('email'), cell: p => p.email },
                    ]}
                  />
                </div>
              )}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
