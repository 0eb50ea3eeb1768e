import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { answer, api } from '@/api/client';
import { desksQuery } from '@/desks/desks';
import { firstPage, type InboxItem, inboxLimit, inboxQuery } from '@/inbox/inbox';
import { counted, isCut, nothingUnread, unreadOf } from '@/inbox/unread';
import { LanguageButton } from './LanguageButton';
import { useTexts, whenLanguageChanges } from './language';
import { useLater } from './later';
import { Arrivals, LiveWord, LostLine, SoundSwitch } from './live/LiveParts';
import { menuOf } from './menu';
import { desks, fetchPublished } from './problems/desks';
import { SessionEnd } from './session/SessionEnd';
import { type Me, session } from './session/session';
import { useStore } from './store';
import { texts } from './texts';
import { unread } from './title';
import { Button } from './ui/Button';

/** What stands around every page: where one is, who one is, whether it is live, and where one can go. */
export function Shell({ me, children }: { me: Me; children: ReactNode }) {
  const t = useTexts(texts);
  useLiveLine(me);
  useUnread(me);
  useDesks();
  useFreshLanguage();
  const [open, setOpen] = useState(false);
  const path = useRouterState({ select: router => router.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a telephone the menu closes when one has gone somewhere
  useEffect(() => setOpen(false), [path]);
  return (
    <>
      <a href="#main" className="sr-only z-50 rounded bg-white p-3 font-bold focus:not-sr-only focus:fixed focus:start-2 focus:top-2">
        {t('skip')}
      </a>
      <header className="not-printed border-b border-solid-gray-420 bg-white">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
          <Link to="/" className="flex items-center gap-2 text-lg font-bold text-blue-1200">
            <img src="/favicon.svg" alt="" width="28" height="28" />
            CeptoarHub
          </Link>
          <LiveWord />
          <div className="ms-auto flex flex-wrap items-center justify-end gap-x-2">
            <LanguageButton />
            <Button look="quiet" className="lg:hidden" aria-expanded={open} aria-controls="menu" onPress={() => setOpen(!open)}>
              {open ? t('menuClose') : t('menuOpen')}
            </Button>
          </div>
        </div>
      </header>
      <LostLine />
      <LargeScale />
      <SessionEnd />
      <div className="mx-auto max-w-7xl gap-8 px-4 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
        <div id="menu" className={`not-printed border-b border-solid-gray-420 py-4 lg:block lg:border-none ${open ? '' : 'hidden'}`}>
          <Menu me={me} />
          <div className="mt-6 border-t border-solid-gray-420 pt-4 text-sm">
            <p className="font-bold">{me.person?.name ?? me.subject}</p>
            <p className="mb-2 text-solid-gray-700">{me.organisation.name}</p>
            <SoundSwitch />
            <Button look="quiet" className="-ms-4" onPress={() => void session.signOut()}>
              {t('signOut')}
            </Button>
          </div>
        </div>
        <main id="main" tabIndex={-1} className="min-w-0 py-6">
          {children}
        </main>
      </div>
      <Arrivals />
    </>
  );
}

function Menu({ me }: { me: Me }) {
  const t = useTexts(texts);
  const { live, drills, more } = useStore(unread);
  return (
    <nav aria-label={t('menu')}>
      <ul className="flex flex-col gap-1">
        {menuOf(me).map(item => (
          <li key={item.to}>
            <Link
              to={item.to}
              className="flex min-h-11 items-center justify-between gap-2 rounded-lg px-3 py-2 hover:bg-solid-gray-100 hover:underline"
              activeProps={{ className: 'bg-blue-100 font-bold text-blue-1000' }}
            >
              {t(item.text)}
              {item.badge === 'unread' ? (
                <span className="flex flex-wrap justify-end gap-1">
                  {drills > 0 ? (
                    <span className="rounded border-2 border-dashed border-black bg-yellow-300 px-1 text-sm font-bold text-black">
                      <span aria-hidden="true">
                        【{t('drill')}】{counted(drills, more)}
                      </span>
                      <span className="sr-only">{t('unreadDrills', { count: drills, shown: counted(drills, more) })}</span>
                    </span>
                  ) : null}
                  {live > 0 ? (
                    <span className="rounded-full bg-red-900 px-2 text-sm font-bold text-white">
                      <span aria-hidden="true">{counted(live, more)}</span>
                      <span className="sr-only">{t('unread', { count: live, shown: counted(live, more) })}</span>
                    </span>
                  ) : null}
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A mark on every page while the centre has large-scale mode on. */
function LargeScale() {
  const t = useTexts(texts);
  const { data } = useQuery({
    queryKey: ['large-scale-mode'],
    queryFn: ({ signal }) => answer(api.GET('/api/large-scale-mode', { signal })),
    enabled: useLater(),
    refetchInterval: 30_000,
  });
  if (!data?.on) return null;
  return (
    <div role="status" className="border-y-2 border-orange-1000 bg-orange-100 px-4 py-2 font-bold">
      <p className="mx-auto max-w-7xl">
        {t('largeScale')} {data.reason}
      </p>
    </div>
  );
}

/** SignalR is loaded once the inbox is there: reading comes first. */
function useLiveLine(me: Me): void {
  const queries = useQueryClient();
  const later = useLater();
  const subject = me.subject;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one line for one person, however often the ticket is renewed
  useEffect(() => {
    if (!later) return;
    let end: (() => void) | undefined;
    let left = false;
    void import('./live/line').then(({ keepLine }) => {
      if (!left) end = keepLine(me, queries);
    });
    return () => {
      left = true;
      end?.();
    };
  }, [subject, queries, later]);
}

const nothing: readonly InboxItem[] = [];

function useUnread(me: Me): void {
  const { data: newest = nothing } = useQuery(inboxQuery(me, firstPage));
  const cut = isCut(newest, firstPage);
  // older ones may be unread, too: the hub counts them where the newest are not all
  const { data: all } = useQuery({ ...inboxQuery(me, inboxLimit, { open: 'unopened' }), enabled: cut });
  useEffect(() => {
    unread.set(cut && all ? unreadOf(all, isCut(all, inboxLimit)) : unreadOf(newest, cut));
  }, [newest, all, cut]);
  useEffect(() => () => unread.set(nothingUnread), []);
}

/** Keeps the telephone numbers of the desks for when the hub is down. */
function useDesks(): void {
  const later = useLater();
  const { data } = useQuery({ ...desksQuery, enabled: later });
  useEffect(() => {
    desks.set(
      (data?.items ?? []).flatMap(({ name, nameEn, kind, desk }) =>
        desk?.telephone ? [{ name, nameEn: nameEn ?? name, kind, telephone: desk.telephone }] : [],
      ),
    );
  }, [data]);
  useEffect(() => {
    if (later) void fetchPublished();
  }, [later]);
}

/** The hub says much in the reader's language: what was fetched in another one is fetched again. */
function useFreshLanguage(): void {
  const queries = useQueryClient();
  useEffect(() => whenLanguageChanges(() => void queries.invalidateQueries()), [queries]);
}
