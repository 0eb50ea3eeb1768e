import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Problem } from '@/api/problem';
import { useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { LinkButton } from '@/app/ui/LinkButton';
import { Loading } from '@/app/ui/Loading';
import { DrillBand, Severity, Urgent } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Time } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { ceptoarsQuery } from '@/directory/directory';
import { type InboxItem, inboxQuery } from '@/inbox/inbox';
import { Clock } from './Clock';
import { type RelayHop, relayQuery, type WaitingHop, waitingQuery } from './relay';
import { deskOf, firstDue, isWaiting, mayBeRelayed } from './rules';
import { texts } from './texts';

const route = getRouteApi('/frame/relay');
/** How many of those that came are looked at for what was relayed: each is asked for its hops. */
const newest = 40;

/** What came from above and waits for this body, by the time it goes on by itself; or what it passed on. */
export function RelayDeskPage() {
  const t = useTexts(texts);
  const { show = 'waiting' } = route.useSearch();
  const query = useQuery(waitingQuery);
  const waiting = deskOf(query.data?.items ?? []);
  return (
    <Page
      title={t('title')}
      aside={
        <LinkButton to="/relay/rules" look="secondary">
          {t('rules')}
        </LinkButton>
      }
    >
      <p className="mb-4">{t('what')}</p>
      <nav aria-label={t('show')} className="mb-4 flex flex-wrap gap-2 border-b border-solid-gray-420">
        {(['waiting', 'done'] as const).map(which => (
          <Link
            key={which}
            to="/relay"
            search={which === 'done' ? { show: which } : {}}
            activeOptions={{ exact: true, includeSearch: true }}
            className="flex min-h-11 items-center border-b-4 border-transparent px-3 hover:underline"
            activeProps={{ className: 'border-blue-900 font-bold text-blue-1000' }}
          >
            {t(which)}
            {which === 'waiting' && query.data ? `（${t('count', { count: waiting.length })}）` : ''}
          </Link>
        ))}
      </nav>
      {show === 'done' ? (
        <Done />
      ) : (
        <Answered query={query}>
          {() =>
            waiting.length === 0 ? (
              <p className="card">{t('noneWaiting')}</p>
            ) : (
              <ul className="flex flex-col gap-3">
                {waiting.map(hops => (
                  <Waiting key={hops[0].advisoryId} hops={hops} />
                ))}
              </ul>
            )
          }
        </Answered>
      )}
    </Page>
  );
}

function Waiting({ hops }: { hops: readonly [WaitingHop, ...WaitingHop[]] }) {
  const t = useTexts(texts);
  const [advisory] = hops;
  const arrived = hops.map(hop => hop.openedAt).sort()[0] ?? advisory.openedAt;
  return (
    <Entry id={advisory.advisoryId} advisory={advisory} waits>
      <p className="mt-1 mb-3 flex flex-wrap gap-x-4 text-sm text-solid-gray-700">
        <span>{advisory.number}</span>
        <span>
          {t('arrived')}: <Time at={arrived} />
        </span>
      </p>
      <p className="mb-3">
        {t('to')}: <HopNames hops={hops.map(hop => ({ ...hop, recipients: hop.members }))} />
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Clock due={firstDue(hops)} />
        <LinkButton
          to="/relay/$id"
          params={{ id: advisory.advisoryId }}
          look="secondary"
          aria-label={`${t('open')}: ${advisory.title || advisory.number}`}
        >
          {t('open')}
        </LinkButton>
      </div>
    </Entry>
  );
}

/** What this body relayed of the newest that came. */
function Done() {
  const me = useMe();
  const query = useQuery(inboxQuery(me));
  return (
    <Answered query={query}>
      {items => <DoneList items={items.filter(item => item.mailbox === me.organisation.id && mayBeRelayed(item))} />}
    </Answered>
  );
}

function DoneList({ items }: { items: readonly InboxItem[] }) {
  const t = useTexts(texts);
  const looked = items.slice(0, newest);
  const relays = useQueries({ queries: looked.map(item => relayQuery(item.id)) });
  const done = looked.flatMap((item, place) => {
    const hops = relays[place]?.data?.hops ?? [];
    const relayed = hops.flatMap(hop => hop.relayedAt ?? []).sort()[0];
    return relayed && !hops.some(isWaiting) ? [{ item, hops, relayed }] : [];
  });
  const failed = relays.find(relay => relay.error && !relay.data)?.error;
  return (
    <>
      {failed ? (
        <ProblemNotice
          problem={failed instanceof Problem ? failed : Problem.read(0, undefined)}
          onRetry={() => relays.forEach(relay => void relay.refetch())}
        />
      ) : null}
      {relays.some(relay => relay.isPending) ? <Loading /> : null}
      {done.length === 0 && relays.every(relay => relay.data) ? <p className="card">{t('noneDone')}</p> : null}
      <ul className="flex flex-col gap-3">
        {done.map(({ item, hops, relayed }) => (
          <Entry key={item.id} id={item.id} advisory={item} waits={false}>
            <p className="mt-1 mb-3 flex flex-wrap gap-x-4 text-sm text-solid-gray-700">
              <span>{item.number}</span>
              <span>
                {t('relayedAt')}: <Time at={relayed} />
              </span>
            </p>
            <p className="mb-3">
              {t('to')}: <HopNames hops={hops} />
            </p>
            <LinkButton
              to="/advisories/$id/reach"
              params={{ id: item.id }}
              look="secondary"
              aria-label={`${t('reach')}: ${item.title ?? item.number}`}
            >
              {t('reach')}
            </LinkButton>
          </Entry>
        ))}
      </ul>
      {items.length > newest ? <p className="mt-4 text-sm text-solid-gray-700">{t('newest', { count: newest })}</p> : null}
    </>
  );
}

/** An advisory on the desk: its level and weight first, then its title, and what is to be said of its hops. */
function Entry({
  id,
  advisory,
  waits,
  children,
}: {
  id: string;
  advisory: Pick<WaitingHop, 'drill' | 'tlp' | 'number'> & { title: string | null; urgency: string | null; severity: string | null };
  waits: boolean;
  children: ReactNode;
}) {
  return (
    <li className={`rounded-xl border bg-white p-4 ${waits ? 'border-s-8 border-blue-900' : 'border-solid-gray-420'}`}>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        {advisory.drill ? <DrillBand /> : null}
        <Tlp level={advisory.tlp} />
        <Urgent code={advisory.urgency} />
        <Severity code={advisory.severity} />
      </div>
      <h2 className="text-lg">
        <Link to="/relay/$id" params={{ id }} className="link">
          {advisory.title || advisory.number}
        </Link>
      </h2>
      {children}
    </li>
  );
}

/** To whom hops lead, with how many that are. */
export function HopNames({ hops }: { hops: readonly Pick<RelayHop, 'hop' | 'ceptoar' | 'recipients'>[] }) {
  const t = useTexts(texts);
  const name = useHopTo();
  return <>{hops.map(hop => `${name(hop)}（${t('recipients', { count: hop.recipients })}）`).join('、')}</>;
}

export function useHopTo(): (hop: { hop: string; ceptoar: string }) => string {
  const t = useTexts(texts);
  const ceptoarName = useCeptoarName();
  return ({ hop, ceptoar }) =>
    t(`hop.${(['secretariat', 'members', 'secondHop'] as const).find(h => h === hop) ?? 'members'}`, { ceptoar: ceptoarName(ceptoar) });
}

/** The name of a CEPTOAR in the reader's language, which the hub tells. */
export function useCeptoarName(): (code: string) => string {
  const ceptoars = useQuery(ceptoarsQuery).data ?? [];
  return code => ceptoars.find(c => c.code === code)?.name ?? code;
}
