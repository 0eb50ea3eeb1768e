import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api } from '@/api/client';
import { atMost } from '@/app/all';
import { useLanguage, useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { LinkButton } from '@/app/ui/LinkButton';
import { ListEnd } from '@/app/ui/ListEnd';
import { DrillBand, Mark, Severity, Urgent } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Pick } from '@/app/ui/Pick';
import { ReachBar } from '@/app/ui/ReachBar';
import { SearchField } from '@/app/ui/SearchField';
import { Time } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { number } from '@/app/ui/time';
import { draftsQuery, newestDrafts } from '@/editor/draft';
import { firstPage, inboxQuery } from '@/inbox/inbox';
import { isCut } from '@/inbox/unread';
import { reachedOf } from '@/situation/situation';
import { fits, type Listed, listed, statesOf } from './issued';
import type { IssuedSearch } from './search';
import { texts } from './texts';

const route = getRouteApi('/frame/issued');
const step = 20;

/** What the centre issued and received, each with how far it has come. */
export function IssuedPage() {
  const t = useTexts(texts);
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [draftsLimit, inboxLimit] = search.all ? [atMost, atMost] : [newestDrafts, firstPage];
  const drafts = useQuery({ ...draftsQuery(draftsLimit), placeholderData: keepPreviousData });
  const inbox = useQuery({ ...inboxQuery(me, inboxLimit), placeholderData: keepPreviousData });
  const [most, setMost] = useState(step);
  return (
    <Page title={t('title')}>
      <p className="text-solid-gray-700">{t('what')}</p>
      <p className="mb-6 text-sm text-solid-gray-700">{t('explain')}</p>
      <Filter search={search} />
      <Answered query={drafts}>
        {({ items }) => (
          <Answered query={inbox}>
            {came => {
              const all = listed(items, came);
              const shown = all.filter(item => fits(item, search));
              return (
                <>
                  <p role="status" className="mb-3 text-solid-gray-700">
                    {t('count', { count: shown.length })}
                  </p>
                  {shown.length === 0 ? <p className="card">{all.length === 0 ? t('none') : t('noneFiltered')}</p> : null}
                  <ul className="flex flex-col gap-3">
                    {shown.slice(0, most).map(item => (
                      <Row key={item.id} item={item} />
                    ))}
                  </ul>
                  {shown.length > most ? (
                    <Button look="secondary" className="mt-6" onPress={() => setMost(most + step)}>
                      {t('more')}
                    </Button>
                  ) : (
                    <ListEnd
                      count={items.length >= draftsLimit || isCut(came, inboxLimit) ? inboxLimit : 0}
                      limit={inboxLimit}
                      onMore={() => void navigate({ search: { ...search, all: true }, replace: true, resetScroll: false })}
                    />
                  )}
                </>
              );
            }}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

function Row({ item }: { item: Listed }) {
  const t = useTexts(texts);
  return (
    <li className="rounded-xl border border-solid-gray-420 bg-white p-4">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        {item.drill ? <DrillBand /> : null}
        <Tlp level={item.tlp} />
        {item.state === 'recalled' ? <Mark className="border-red-1000 bg-red-1000 text-white">{t('recalled')}</Mark> : null}
        {item.state === 'expired' ? <Mark>{t('expired')}</Mark> : null}
        <Urgent code={item.urgency} />
        <Severity code={item.severity} />
        <Mark>{item.written ? t('isWritten') : t('isReceived')}</Mark>
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <div className="min-w-0 flex-1">
          <h2 className="text-lg">
            <Link to="/advisories/$id" params={{ id: item.id }} className="link">
              {item.title}
            </Link>
          </h2>
          <p className="text-sm text-solid-gray-700">
            <Time at={item.at} />
          </p>
        </div>
        {item.written ? (
          <LinkButton to="/drafts/$id" params={{ id: item.id }} look="quiet" aria-label={`${t('edit')}: ${item.title}`}>
            {t('edit')}
          </LinkButton>
        ) : null}
      </div>
      <Reach id={item.id} />
    </li>
  );
}

/** How far one has come; a hint of the live line renews it. */
function Reach({ id }: { id: string }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const query = useQuery({
    queryKey: ['reach', id],
    queryFn: ({ signal }) => answer(api.GET('/api/advisories/{id}/reach', { params: { path: { id } }, signal })),
    staleTime: 15_000,
    retry: false,
  });
  if (query.isError) return <p className="mt-2 text-sm text-solid-gray-700">{t('notReadable')}</p>;
  if (!query.data) return <p className="mt-2 h-10" />;
  const states = statesOf(query.data);
  const reached = reachedOf(query.data.recipients, states);
  const slowest = Math.max(0, ...query.data.hops.map(hop => hop.confirmed.p90 ?? 0));
  const rows = [
    [t('delivered'), reached.delivered, 'bg-blue-900'],
    [t('answered'), reached.answered, 'bg-green-900'],
  ] as const;
  return (
    <>
      <dl className="mt-2 grid grid-cols-1 gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        {rows.map(([title, count, colour]) => (
          <div key={title}>
            <dt className="inline font-bold">{title}: </dt>
            <dd className="inline tabular-nums">
              {t('ofRecipients', {
                count: number(count, language),
                all: number(reached.recipients, language),
                percent: reached.recipients === 0 ? 0 : Math.floor((count / reached.recipients) * 100),
              })}
              <ReachBar part={count} whole={reached.recipients} className={colour} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm">
        {states.waiting > 0 ? <span>{t('waits', { count: number(states.waiting, language) })}</span> : null}
        {states.cannotAct > 0 ? (
          <span className="font-bold text-red-1000">{t('cannotAct', { count: number(states.cannotAct, language) })}</span>
        ) : null}
        {slowest > 0 ? (
          <span className="text-solid-gray-700">
            {t('slowest', {
              time:
                slowest >= 60
                  ? t('minutes', { count: number(Math.round(slowest / 60), language) })
                  : t('seconds', { count: number(Math.round(slowest), language) }),
            })}
          </span>
        ) : null}
      </p>
    </>
  );
}

function Filter({ search }: { search: IssuedSearch }) {
  const t = useTexts(texts);
  const navigate = route.useNavigate();
  const change = (part: Partial<Record<keyof IssuedSearch, string>>) =>
    void navigate({ search: { ...search, ...part } as IssuedSearch, replace: true });
  return (
    <search className="not-printed mb-4 grid grid-cols-1 gap-3 sm:grid-cols-2">
      <SearchField label={t('search')} value={search.q ?? ''} onChange={q => change({ q })} />
      <Pick
        label={t('show')}
        value={search.show ?? ''}
        onChange={show => change({ show })}
        options={[
          { value: '', label: t('all') },
          { value: 'written', label: t('written') },
          { value: 'received', label: t('received') },
        ]}
      />
    </search>
  );
}
