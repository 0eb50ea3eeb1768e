import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '@/app/language';
import { useTableNames } from '@/app/tables';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { LinkButton } from '@/app/ui/LinkButton';
import { Mark } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Pick } from '@/app/ui/Pick';
import { SearchField } from '@/app/ui/SearchField';
import { Export } from './Export';
import { attestationsQuery, fits, type Listed, lateQuery, lintQuery, organisationsQuery } from './members';
import type { MembersSearch } from './search';
import { texts } from './texts';

const route = getRouteApi('/frame/members');
const pageful = 50;

/** The members of one's CEPTOARs, and which of them could not be reached. */
export function MembersPage() {
  const t = useTexts(texts);
  const query = useQuery(organisationsQuery);
  return (
    <Page
      title={t('title')}
      aside={
        <div className="flex flex-wrap gap-3">
          <LinkButton to="/members/new">{t('add')}</LinkButton>
          <LinkButton to="/members/import" look="secondary">
            {t('import')}
          </LinkButton>
          <Export />
        </div>
      }
    >
      <p className="mb-4">{t('what')}</p>
      <Ages />
      <Filter />
      <Answered query={query}>
        {members => <List members={members.filter(m => m.kind !== 'secretariat' && m.kind !== 'ministry')} />}
      </Answered>
    </Page>
  );
}

function Ages() {
  const t = useTexts(texts);
  const items = useQuery(attestationsQuery).data?.items ?? [];
  return (
    <>
      {items.map(item => (
        <div key={item.ceptoar} className="mb-4">
          <Card title={`${item.name} – ${t('attested')}`}>
            <dl className="grid grid-cols-2 gap-x-6 gap-y-2 md:grid-cols-5">
              {(['underHalfYear', 'underYear', 'older', 'never'] as const).map(age => (
                <div key={age}>
                  <dt className="text-sm">{t(`ages.${age}`)}</dt>
                  <dd className="text-2xl font-bold">{item.ages[age]}</dd>
                </div>
              ))}
              <div>
                <dt className="text-sm">{t('ages.late')}</dt>
                <dd className={`text-2xl font-bold ${item.late > 0 ? 'text-red-1000' : ''}`}>{item.late}</dd>
              </div>
            </dl>
          </Card>
        </div>
      ))}
    </>
  );
}

function Filter() {
  const t = useTexts(texts);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const ceptoars = useQuery(attestationsQuery).data?.items ?? [];
  const change = (part: { [key in keyof MembersSearch]?: string }) =>
    void navigate({ search: { ...search, ...part } as MembersSearch, replace: true });
  return (
    <search aria-label={t('filter')} className="mb-4 grid grid-cols-1 gap-3 sm:grid-cols-3">
      <SearchField label={t('search')} value={search.q ?? ''} onChange={q => change({ q })} />
      <Pick
        label={t('show')}
        value={search.show ?? ''}
        onChange={show => change({ show })}
        options={[
          { value: '', label: t('shows.all') },
          { value: 'problems', label: t('shows.problems') },
          { value: 'late', label: t('shows.late') },
          { value: 'inactive', label: t('shows.inactive') },
        ]}
      />
      {ceptoars.length > 1 ? (
        <Pick
          label={t('ceptoar')}
          value={search.ceptoar ?? ''}
          onChange={ceptoar => change({ ceptoar })}
          options={[{ value: '', label: t('any') }, ...ceptoars.map(c => ({ value: c.ceptoar, label: c.name }))]}
        />
      ) : null}
    </search>
  );
}

function List({ members }: { members: readonly Listed[] }) {
  const t = useTexts(texts);
  const search = route.useSearch();
  const [shownCount, setShownCount] = useState(pageful);
  const codes = new Map((useQuery(lintQuery).data ?? []).map(one => [one.organisationId, one.codes]));
  const late = new Set((useQuery(lateQuery).data ?? []).map(one => one.organisationId));
  const fitting = members
    .filter(member => fits(member, search, new Set(codes.keys()), late))
    .sort((a, b) => a.name.localeCompare(b.name, 'ja'));
  return (
    <>
      <p role="status" className="mb-3 text-solid-gray-700">
        {t('count', { count: fitting.length })}
      </p>
      {fitting.length === 0 ? <p className="card">{t('none')}</p> : null}
      <ul className="flex flex-col gap-3">
        {fitting.slice(0, shownCount).map(member => (
          <Row key={member.id} member={member} codes={codes.get(member.id) ?? []} late={late.has(member.id)} />
        ))}
      </ul>
      {fitting.length > shownCount ? (
        <Button look="secondary" className="mt-6" onPress={() => setShownCount(shownCount + pageful * 4)}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}

function Row({ member, codes, late }: { member: Listed; codes: readonly string[]; late: boolean }) {
  const t = useTexts(texts);
  const name = useTableNames();
  return (
    <li className="rounded-xl border border-solid-gray-420 bg-white p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-lg">
          <Link to="/members/$id" params={{ id: member.id }} className="link">
            {member.name}
          </Link>
        </h2>
        {member.active ? null : <Mark>{t('inactive')}</Mark>}
        {late ? <Mark className="border-red-1000 bg-white text-red-1000">{t('late')}</Mark> : null}
        {member.prefecture ? <span className="text-sm text-solid-gray-700">{name('prefectures', member.prefecture)}</span> : null}
      </div>
      {codes.length > 0 ? <Lint codes={codes} /> : null}
    </li>
  );
}

const lintCodes = [
  'noPerson',
  'noSecondChannel',
  'mailBouncing',
  'channelBouncing',
  'deskBouncing',
  'executiveBouncing',
  'personBouncing',
  'attestationOld',
  'noDeputy',
  'noExecutive',
  'identifyingUnconfirmed',
] as const;

/** Why an organisation might not be reached; `explained` says what to do about it. */
export function Lint({ codes, explained = false }: { codes: readonly string[]; explained?: boolean }) {
  const t = useTexts(texts);
  const known = lintCodes.filter(code => codes.includes(code));
  if (!explained) {
    return (
      <p className="mt-1 text-sm">
        <span className="font-bold text-orange-1000">
          {t('toDo')} {known.length}:
        </span>{' '}
        {known.map(code => t(`lint.${code}`)).join('／')}
      </p>
    );
  }
  return (
    <ul className="list-disc ps-6">
      {known.map(code => (
        <li key={code}>
          <strong>{t(`lint.${code}`)}</strong> <span className="block">{t(`lintDo.${code}`)}</span>
        </li>
      ))}
    </ul>
  );
}
