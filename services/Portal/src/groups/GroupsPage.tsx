import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Schemas } from '@/api/client';
import { useLanguage, useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Card } from '@/app/ui/Card';
import { LinkButton } from '@/app/ui/LinkButton';
import { Mark } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { SearchField } from '@/app/ui/SearchField';
import { saysAll } from '@/app/words';
import { groupsQuery, isMade } from './groups';
import { texts } from './texts';

const route = getRouteApi('/frame/groups');
type Listed = Schemas['ListGroupsView'];

/** The circles that may be addressed: those that people made first. */
export function GroupsPage() {
  const t = useTexts(texts);
  const me = useMe();
  const query = useQuery({ ...groupsQuery, staleTime: 0 });
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page
      title={t('title')}
      aside={has(me, 'secretariat', 'analyst', 'administrator') ? <LinkButton to="/groups/new">{t('add')}</LinkButton> : null}
    >
      <p className="mb-4">{t('what')}</p>
      <search className="mb-4 block max-w-md">
        <SearchField label={t('search')} value={q} onChange={q => void navigate({ search: q ? { q } : {}, replace: true })} />
      </search>
      <Answered query={query}>
        {groups => {
          const fitting = groups.filter(g => saysAll(`${g.name} ${g.nameEn}`, q));
          return (
            <div className="flex flex-col gap-4">
              {fitting.length === 0 ? <p className="card">{t('none')}</p> : null}
              <List title={t('made')} groups={fitting.filter(g => isMade(g.kind))} />
              <List title={t('standing')} groups={fitting.filter(g => !isMade(g.kind))} />
            </div>
          );
        }}
      </Answered>
    </Page>
  );
}

function List({ title, groups }: { title: string; groups: readonly Listed[] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  if (groups.length === 0) return null;
  return (
    <Card title={title}>
      <ul>
        {groups.map(group => (
          <li key={group.id} className="flex flex-wrap items-center gap-x-3 border-t border-solid-gray-300">
            <Link to="/groups/$id" params={{ id: group.id }} className="link inline-flex min-h-11 items-center">
              {language === 'en' ? group.nameEn : group.name}
            </Link>
            <GroupKind kind={group.kind} />
            <span className="text-sm text-solid-gray-700">
              {group.members === null ? t('band', { band: group.sizeBand }) : t('members', { count: group.members })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function GroupKind({ kind }: { kind: string }) {
  const t = useTexts(texts);
  const known = (Object.keys(texts.ja.kinds) as (keyof (typeof texts)['ja']['kinds'])[]).find(k => k === kind);
  return <Mark>{known ? t(`kinds.${known}`) : kind}</Mark>;
}
