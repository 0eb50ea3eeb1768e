import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { atMost } from '@/app/all';
import { useLanguage, useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { LinkButton } from '@/app/ui/LinkButton';
import { ListEnd } from '@/app/ui/ListEnd';
import { Mark } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Time } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { type DraftItem, draftsQuery, newestDrafts, templatesQuery, writers } from './draft';
import { texts } from './texts';

const route = getRouteApi('/frame/drafts');

/** What the own organisation writes: first what waits for somebody. */
export function DraftsPage() {
  const t = useTexts(texts);
  const me = useMe();
  const navigate = route.useNavigate();
  const limit = route.useSearch().all ? atMost : newestDrafts;
  const query = useQuery({ ...draftsQuery(limit), placeholderData: keepPreviousData });
  return (
    <Page
      title={t('list.title')}
      aside={
        has(me, ...writers) ? (
          <LinkButton to="/drafts/$id" params={{ id: 'new' }}>
            {t('list.create')}
          </LinkButton>
        ) : null
      }
    >
      <p className="mb-6 text-solid-gray-700">{t('list.what')}</p>
      <Answered query={query}>
        {({ items }) => {
          const of = (state: string) => items.filter(item => item.state === state);
          return (
            <div className="flex flex-col gap-8">
              <Section title={t('list.awaiting')} items={of('awaitingApproval')} none={t('list.awaitingNone')} />
              <Section title={t('list.writing')} items={of('draft')} none={t('list.writingNone')} />
              {of('scheduled').length > 0 ? <Section title={t('list.scheduled')} items={of('scheduled')} none="" /> : null}
              <Section title={t('list.released')} items={of('released')} none={t('list.releasedNone')} />
              <ListEnd
                count={items.length}
                limit={limit}
                onMore={() => void navigate({ search: { all: true }, replace: true, resetScroll: false })}
              />
            </div>
          );
        }}
      </Answered>
    </Page>
  );
}

function Section({ title, items, none }: { title: string; items: readonly DraftItem[]; none: ReactNode }) {
  return (
    <section>
      <h2 className="mb-3 text-xl">
        {title} <span className="text-base font-normal text-solid-gray-700">({items.length})</span>
      </h2>
      {items.length === 0 ? <p className="card">{none}</p> : null}
      <ul className="flex flex-col gap-3">
        {items.map(item => (
          <Row key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Row({ item }: { item: DraftItem }) {
  const t = useTexts(texts);
  const template = useTemplateName();
  const correction = item.issued > 0 && item.state !== 'released';
  return (
    <li
      className={`rounded-xl border bg-white p-4 ${item.state === 'awaitingApproval' ? 'border-s-8 border-orange-1000' : 'border-solid-gray-420'}`}
    >
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <Tlp level={item.tlp} />
        <Mark>{template(item.template)}</Mark>
        {correction ? (
          <Mark className="border-blue-900 bg-white text-blue-1000">{t('list.correction', { count: item.issued })}</Mark>
        ) : null}
      </div>
      <h3 className="text-lg">
        <Link to="/drafts/$id" params={{ id: item.id }} className="link">
          {item.title || t('untitled')}
        </Link>
      </h3>
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-solid-gray-700">
        <span>
          {t('list.writtenAt')}: <Time at={item.writtenAt} />
        </span>
        {item.embargoUntil && item.state !== 'released' ? (
          <span>
            {t('list.goesOut')}: <Time at={item.embargoUntil} />
          </span>
        ) : null}
        {item.issued > 1 ? <span>{t('list.versions', { count: item.issued })}</span> : null}
      </p>
    </li>
  );
}

/** The name of a template, which the hub tells. */
export function useTemplateName(): (code: string) => string {
  const language = useLanguage();
  const { data } = useQuery(templatesQuery);
  return code => {
    const template = data?.items.find(item => item.code === code);
    return (language === 'ja' ? template?.name : template?.nameEn) ?? code;
  };
}
