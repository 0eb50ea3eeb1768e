import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Problem } from '@/api/problem';
import { useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { LinkButton } from '@/app/ui/LinkButton';
import { Loading } from '@/app/ui/Loading';
import { DrillMark, Severity, Urgent } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Time } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { type InboxItem, inboxQuery } from '@/inbox/inbox';
import { Clock } from './Clock';
import { ceptoarsQuery, type RelayHop, relayQuery } from './relay';
import { byDue, firstDue, isWaiting, mayBeRelayed } from './rules';
import { texts } from './texts';

const route = getRouteApi('/frame/relay');
/** How many are looked at: each is asked for its hops. */
const newest = 40;

/** What came from above and waits for this body, by the time it goes on by itself; or what it passed on. */
export function RelayDeskPage() {
  const t = useTexts(texts);
  const me = useMe();
  const query = useQuery(inboxQuery(me));
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
      <Answered query={query}>
        {items => <Desk items={items.filter(item => item.mailbox === me.organisation.id && mayBeRelayed(item))} />}
      </Answered>
    </Page>
  );
}

function Desk({ items }: { items: readonly InboxItem[] }) {
  const t = useTexts(texts);
  const { show = 'waiting' } = route.useSearch();
  const looked = items.slice(0, newest);
  const relays = useQueries({ queries: looked.map(item => relayQuery(item.id)) });
  const entries = looked.flatMap((item, place) => {
    const hops = relays[place]?.data?.hops;
    return hops && hops.length > 0 ? [{ item, hops }] : [];
  });
  const waiting = byDue(entries.filter(entry => entry.hops.some(isWaiting)));
  const done = entries.filter(entry => entry.hops.some(hop => hop.relayedAt !== null) && !entry.hops.some(isWaiting));
  const shown = show === 'waiting' ? waiting : done;
  const failed = relays.find(relay => relay.error && !relay.data)?.error;
  return (
    <>
      <nav aria-label={t('show')} className="mb-4 flex flex-wrap gap-2 border-b border-solid-gray-420">
        {(
          [
            ['waiting', waiting.length],
            ['done', done.length],
          ] as const
        ).map(([which, count]) => (
          <Link
            key={which}
            to="/relay"
            search={which === 'done' ? { show: which } : {}}
            activeOptions={{ exact: true, includeSearch: true }}
            className="flex min-h-11 items-center border-b-4 border-transparent px-3 hover:underline"
            activeProps={{ className: 'border-blue-900 font-bold text-blue-1000' }}
          >
            {t(which)}（{t('count', { count })}）
          </Link>
        ))}
      </nav>
      {failed ? (
        <ProblemNotice
          problem={failed instanceof Problem ? failed : Problem.read(0, undefined)}
          onRetry={() => relays.forEach(relay => void relay.refetch())}
        />
      ) : null}
      {relays.some(relay => relay.isPending) ? <Loading /> : null}
      {shown.length === 0 && relays.every(relay => relay.data) ? (
        <p className="card">{show === 'waiting' ? t('noneWaiting') : t('noneDone')}</p>
      ) : null}
      <ul className="flex flex-col gap-3">
        {shown.map(({ item, hops }) => (
          <Entry key={item.id} item={item} hops={hops} />
        ))}
      </ul>
      {items.length > newest ? <p className="mt-4 text-sm text-solid-gray-700">{t('newest', { count: newest })}</p> : null}
    </>
  );
}

function Entry({ item, hops }: { item: InboxItem; hops: readonly RelayHop[] }) {
  const t = useTexts(texts);
  const waits = hops.some(isWaiting);
  const opened = hops.flatMap(hop => hop.openedAt ?? []).sort()[0];
  const relayed = hops.flatMap(hop => hop.relayedAt ?? []).sort()[0];
  return (
    <li className={`rounded-xl border bg-white p-4 ${waits ? 'border-s-8 border-blue-900' : 'border-solid-gray-420'}`}>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        {item.drill ? <DrillMark /> : null}
        <Tlp level={item.tlp} />
        <Urgent code={item.urgency} />
        <Severity code={item.severity} />
      </div>
      <h2 className="text-lg">
        <Link to="/relay/$id" params={{ id: item.id }} className="link">
          {item.title ?? item.number}
        </Link>
      </h2>
      <p className="mt-1 mb-3 flex flex-wrap gap-x-4 text-sm text-solid-gray-700">
        <span>{item.number}</span>
        {opened ? (
          <span>
            {t('arrived')}: <Time at={opened} />
          </span>
        ) : null}
        {!waits && relayed ? (
          <span>
            {t('relayedAt')}: <Time at={relayed} />
          </span>
        ) : null}
      </p>
      <p className="mb-3">
        {t('to')}: <HopNames hops={waits ? hops.filter(isWaiting) : hops} />
      </p>
      <div className="flex flex-wrap items-center gap-3">
        {waits ? <Clock due={firstDue(hops)} /> : null}
        <LinkButton
          to={waits ? '/relay/$id' : '/advisories/$id/reach'}
          params={{ id: item.id }}
          look="secondary"
          aria-label={`${waits ? t('open') : t('reach')}: ${item.title ?? item.number}`}
        >
          {waits ? t('open') : t('reach')}
        </LinkButton>
      </div>
    </li>
  );
}

/** To whom hops lead, with how many that are. */
export function HopNames({ hops }: { hops: readonly RelayHop[] }) {
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
  const ceptoars = useQuery(ceptoarsQuery).data?.items ?? [];
  return code => ceptoars.find(c => c.code === code)?.name ?? code;
}
