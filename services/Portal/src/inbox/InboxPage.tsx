import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { taxonomy } from '@/api/taxonomy';
import { useCodes, useKindName } from '@/app/codes';
import { useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { useSettled } from '@/app/settled';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { ListEnd } from '@/app/ui/ListEnd';
import { DrillBand, Mark, Severity, Urgent } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Pick } from '@/app/ui/Pick';
import { SearchField } from '@/app/ui/SearchField';
import { Time } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { filterOf } from './filter';
import { firstPage, type InboxItem, inboxLimit, inboxQuery, isToConfirm } from './inbox';
import type { InboxSearch } from './search';
import { texts } from './texts';
import { isCut, isUnread } from './unread';

const route = getRouteApi('/frame/inbox');
/** How long one pauses between words. */
const typing = 300;

/** What came to this person and its organisation, the newest first; it grows as things arrive. */
export function InboxPage() {
  const t = useTexts(texts);
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const limit = search.all ? inboxLimit : firstPage;
  const filter = filterOf({ ...search, q: useSettled(search.q, typing) });
  const query = useQuery({ ...inboxQuery(me, limit, filter), placeholderData: keepPreviousData });
  return (
    <Page title={t('title')}>
      <Filter search={search} />
      <Answered query={query}>
        {items => {
          // the hub counts as open what ran out unconfirmed; nobody is asked to confirm that any more
          const shown = search.show === 'toConfirm' ? items.filter(isToConfirm) : items;
          return (
            <>
              <p role="status" className="mb-3 text-solid-gray-700">
                {t('count', { count: shown.length })}
              </p>
              {shown.length === 0 ? <p className="card">{Object.keys(filter).length === 0 ? t('none') : t('noneFiltered')}</p> : null}
              <ul className="flex flex-col gap-3">
                {shown.map(item => (
                  <Row key={item.id + item.mailbox} item={item} inPerson={item.mailbox !== me.organisation.id} />
                ))}
              </ul>
              <ListEnd
                count={isCut(items, limit) ? limit : 0}
                limit={limit}
                onMore={() => void navigate({ search: { ...search, all: true }, replace: true, resetScroll: false })}
              />
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function Row({ item, inPerson }: { item: InboxItem; inPerson: boolean }) {
  const t = useTexts(texts);
  const name = useCodes();
  const kindName = useKindName();
  const unread = isUnread(item);
  return (
    <li className={`rounded-xl border bg-white p-4 ${unread ? 'border-s-8 border-blue-900' : 'border-solid-gray-420'}`}>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        {item.drill ? <DrillBand /> : null}
        <Tlp level={item.tlp} />
        {item.state === 'recalled' ? <Mark className="border-red-1000 bg-red-1000 text-white">{t('state.recalled')}</Mark> : null}
        {item.state === 'expired' ? <Mark>{t('state.expired')}</Mark> : null}
        <Urgent code={item.urgency} />
        <Severity code={item.severity} />
        {inPerson ? <Mark>{t('toPerson')}</Mark> : null}
      </div>
      <h2 className="text-lg">
        <Link to="/advisories/$id" params={{ id: item.id }} className="link">
          {item.title ?? t('untitled')}
        </Link>
      </h2>
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-solid-gray-700">
        <span>{item.number}</span>
        <span>{t('version', { version: item.version })}</span>
        {item.kind ? <span>{kindName(item.kind)}</span> : null}
        {item.sector ? <span>{name('sectors', item.sector)}</span> : null}
        {item.reports > 1 ? <span>{t('reports', { count: item.reports })}</span> : null}
        <span>
          <Time at={item.issuedAt} />
        </span>
        {item.due && item.state === 'released' ? (
          <span className="font-bold">
            {t('due')}: <Time at={item.due} />
          </span>
        ) : null}
        <span className={unread ? 'font-bold text-blue-1000' : ''}>{t(`receipt.${receiptOf(item)}`)}</span>
      </p>
    </li>
  );
}

type Receipt = keyof (typeof texts)['ja']['receipt'];

function receiptOf(item: InboxItem): Receipt {
  return item.myReceipt.state in texts.ja.receipt ? (item.myReceipt.state as Receipt) : 'queued';
}

function Filter({ search }: { search: InboxSearch }) {
  const t = useTexts(texts);
  const name = useCodes();
  const navigate = route.useNavigate();
  const change = (part: Partial<Record<keyof InboxSearch, string>>) =>
    void navigate({ search: { ...search, ...part } as InboxSearch, replace: true });
  const any = { value: '', label: t('any') };
  const codes = (list: 'severities' | 'sectors' | 'kinds' | 'templates') => [
    any,
    ...Object.keys(taxonomy[list]).map(value => ({ value, label: name(list, value) })),
  ];
  const filtered = Object.keys(filterOf(search)).length > 0;
  const [open, setOpen] = useState(filtered);
  return (
    <search aria-label={t('filter')} className="not-printed mb-6 block">
      <Button look="quiet" className="-ms-4 sm:hidden" aria-expanded={open} aria-controls="filter" onPress={() => setOpen(!open)}>
        {t('filter')}
      </Button>
      <div id="filter" className={`grid grid-cols-1 gap-3 sm:grid sm:grid-cols-2 lg:grid-cols-3 ${open ? '' : 'hidden'}`}>
        <SearchField label={t('search')} explanation={t('searchRule')} value={search.q ?? ''} onChange={q => change({ q })} />
        <Pick
          label={t('show')}
          value={search.show ?? ''}
          onChange={show => change({ show })}
          options={[
            { value: '', label: t('all') },
            { value: 'unread', label: t('unread') },
            { value: 'toConfirm', label: t('toConfirm') },
            { value: 'recalled', label: t('recalled') },
          ]}
        />
        <Pick
          label={t('level')}
          value={search.tlp ?? ''}
          onChange={tlp => change({ tlp })}
          options={[any, ...['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'].map(value => ({ value, label: `TLP:${value}` }))]}
        />
        <Pick
          label={t('severity')}
          value={search.severity ?? ''}
          onChange={severity => change({ severity })}
          options={codes('severities')}
        />
        <Pick
          label={t('kind')}
          value={search.kind ?? ''}
          onChange={kind => change({ kind })}
          options={[any, ...codes('kinds').slice(1), ...codes('templates').slice(1)]}
        />
        <Pick label={t('sector')} value={search.sector ?? ''} onChange={sector => change({ sector })} options={codes('sectors')} />
        {filtered ? (
          <Button look="quiet" className="justify-self-start" onPress={() => void navigate({ search: {}, replace: true })}>
            {t('clear')}
          </Button>
        ) : null}
      </div>
    </search>
  );
}
