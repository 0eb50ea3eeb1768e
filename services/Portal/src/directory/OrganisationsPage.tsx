import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { taxonomy } from '@/api/taxonomy';
import { useCodes } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { useTableNames } from '@/app/tables';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { LinkButton } from '@/app/ui/LinkButton';
import { Mark } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Pick } from '@/app/ui/Pick';
import { SearchField } from '@/app/ui/SearchField';
import { Table } from '@/app/ui/Table';
import { number } from '@/app/ui/time';
import { DirectorySections } from './DirectorySections';
import { ceptoarsQuery, organisationsQuery } from './directory';
import { isAsked, type OrganisationsSearch } from './search';
import { texts } from './texts';

const route = getRouteApi('/frame/directory/organisations');
const step = 50;

/** The organisations that one may see, found by name, kind, sector and CEPTOAR. */
export function OrganisationsPage() {
  const t = useTexts(texts);
  const name = useCodes();
  const tableName = useTableNames();
  const language = useLanguage();
  const me = useMe();
  const search = route.useSearch();
  const [loaded, setLoaded] = useState(0);
  const [shown, setShown] = useState(step);
  const query = useQuery(organisationsQuery(me, setLoaded));
  const { data: ceptoars } = useQuery(ceptoarsQuery);
  const ceptoarName = (code: string) => {
    const found = ceptoars?.find(c => c.code === code);
    return (language === 'en' ? found?.nameEn : found?.name) ?? code;
  };
  const asked = useMemo(() => (query.data ?? []).filter(o => isAsked(o, search)), [query.data, search]);
  return (
    <Page
      title={t('organisations')}
      above={<DirectorySections />}
      aside={has(me, 'administrator') ? <LinkButton to="/directory/organisations/new">{t('register')}</LinkButton> : null}
    >
      <p className="mb-6">{t('organisationsLead')}</p>
      <Filter search={search} ceptoarName={ceptoarName} onChange={() => setShown(step)} />
      {query.isPending && loaded > 0 ? (
        <p role="status" className="text-solid-gray-700">
          {t('loadingAll', { count: number(loaded, language) })}
        </p>
      ) : null}
      <Answered query={query}>
        {() => (
          <>
            <p role="status" className="mb-3 text-solid-gray-700">
              {t('count', { count: asked.length })}
              {asked.length > shown ? ` ${t('shownFirst', { shown })}` : ''}
            </p>
            {asked.length === 0 ? (
              <p className="card">{t('none')}</p>
            ) : (
              <div className="card">
                <Table
                  caption={t('organisations')}
                  rows={asked.slice(0, shown)}
                  keyOf={o => o.id}
                  columns={[
                    {
                      head: t('name'),
                      cell: o => (
                        <>
                          <Link to="/directory/organisations/$id" params={{ id: o.id }} className="link">
                            {(language === 'en' && o.nameEn) || o.name}
                          </Link>{' '}
                          {o.active ? null : <Mark>{t('inactive')}</Mark>}
                        </>
                      ),
                    },
                    { head: t('kind'), cell: o => t(`kinds.${kindOf(o.kind)}`) },
                    { head: t('sector'), cell: o => o.sectors.map(code => name('sectors', code)).join('・') },
                    { head: t('ceptoar'), cell: o => [...o.ceptoars, ...o.secondHop].map(ceptoarName).join('・') },
                    { head: t('prefecture'), cell: o => (o.prefecture ? tableName('prefectures', o.prefecture) : '') },
                  ]}
                />
              </div>
            )}
            {asked.length > shown ? (
              <Button look="secondary" className="not-printed mt-6" onPress={() => setShown(shown + step * 4)}>
                {t('more')}
              </Button>
            ) : null}
          </>
        )}
      </Answered>
    </Page>
  );
}

export type OrganisationKind = keyof (typeof texts)['ja']['kinds'];

export function kindOf(kind: string): OrganisationKind {
  return kind in texts.ja.kinds ? (kind as OrganisationKind) : 'observer';
}

function Filter({
  search,
  ceptoarName,
  onChange,
}: {
  search: OrganisationsSearch;
  ceptoarName: (code: string) => string;
  onChange: () => void;
}) {
  const t = useTexts(texts);
  const name = useCodes();
  const { data: ceptoars } = useQuery(ceptoarsQuery);
  const navigate = route.useNavigate();
  const change = (part: Partial<Record<keyof OrganisationsSearch, string>>) => {
    onChange();
    void navigate({ search: { ...search, ...part } as OrganisationsSearch, replace: true });
  };
  const any = { value: '', label: t('any') };
  return (
    <search aria-label={t('filter')} className="not-printed mb-6 grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-5">
      <SearchField label={t('search')} value={search.q ?? ''} onChange={q => change({ q })} />
      <Pick
        label={t('kind')}
        value={search.kind ?? ''}
        onChange={kind => change({ kind })}
        options={[any, ...(Object.keys(texts.ja.kinds) as OrganisationKind[]).map(value => ({ value, label: t(`kinds.${value}`) }))]}
      />
      <Pick
        label={t('sector')}
        value={search.sector ?? ''}
        onChange={sector => change({ sector })}
        options={[any, ...Object.keys(taxonomy.sectors).map(value => ({ value, label: name('sectors', value) }))]}
      />
      <Pick
        label={t('ceptoar')}
        value={search.ceptoar ?? ''}
        onChange={ceptoar => change({ ceptoar })}
        options={[any, ...(ceptoars ?? []).map(c => ({ value: c.code, label: ceptoarName(c.code) }))]}
      />
      <Pick
        label={t('state')}
        value={search.state ?? ''}
        onChange={state => change({ state })}
        options={[any, { value: 'inactive', label: t('inactive') }]}
      />
    </search>
  );
}
