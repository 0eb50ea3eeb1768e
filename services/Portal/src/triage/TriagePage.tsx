import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { taxonomy } from '@/api/taxonomy';
import { atMost } from '@/app/all';
import { useCodes } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { liveFirst } from '@/app/liveFirst';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { LinkButton } from '@/app/ui/LinkButton';
import { ListEnd } from '@/app/ui/ListEnd';
import { DrillBand, Mark, Severity, Urgent } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Pick } from '@/app/ui/Pick';
import { SearchField } from '@/app/ui/SearchField';
import { Time } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { labelChangesQuery } from '@/reports/reports';
import { fits, inOrder, type LabelItem } from './rules';
import type { TriageSearch } from './search';
import { texts } from './texts';
import { labelQuery, labelsQuery, openingsQuery } from './triage';

const route = getRouteApi('/frame/triage');
const newest = 200;

/** What reports came, how they were labelled and weighed, and what waits for the centre's word. */
export function TriagePage() {
  const t = useTexts(texts);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const limit = search.all ? atMost : newest;
  const query = useQuery({ ...labelsQuery(limit), placeholderData: keepPreviousData });
  return (
    <Page title={t('title')}>
      <p className="mb-6 text-solid-gray-700">{t('what')}</p>
      <Waiting items={query.data?.items ?? []} />
      <h2 className="mb-3 text-xl">{t('queue')}</h2>
      <Filter search={search} />
      <Answered query={query}>
        {({ items }) => {
          const shown = inOrder(items.filter(item => fits(item, search)));
          return (
            <>
              <p role="status" className="mb-3 text-solid-gray-700">
                {t('count', { count: shown.length })}
              </p>
              {shown.length === 0 ? <p className="card">{items.length === 0 ? t('none') : t('noneFiltered')}</p> : null}
              <ul className="flex flex-col gap-3">
                {shown.map(item => (
                  <Row key={item.reportId} item={item} />
                ))}
              </ul>
              <ListEnd
                count={items.length}
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

function Waiting({ items }: { items: readonly LabelItem[] }) {
  const t = useTexts(texts);
  const me = useMe();
  const changes = useQuery(labelChangesQuery);
  const openings = useQuery({ ...openingsQuery, enabled: has(me, 'approver') });
  const waits = [
    ...(changes.data?.items ?? []).map(change => ({
      id: change.id,
      reportId: change.reportId,
      said: t('waitsLower', { number: items.find(item => item.reportId === change.reportId)?.number ?? '' }),
      reason: change.reason,
      drill: change.drill,
      at: change.askedAt,
    })),
    ...(openings.data?.items ?? []).map(opening => ({
      id: opening.id,
      reportId: opening.reportId,
      said: t('waitsIdentity', { number: opening.number }),
      reason: opening.reason,
      drill: opening.drill,
      at: opening.askedAt,
    })),
  ].toSorted(liveFirst);
  return (
    <section className="card mb-8">
      <h2 className="mb-3 text-xl">{t('waiting')}</h2>
      {waits.length === 0 ? <p>{t('waitingNone')}</p> : null}
      <ul className="flex flex-col gap-3">
        {waits.map(wait => (
          <li key={wait.id} className="flex flex-wrap items-center gap-4 border-s-8 border-orange-1000 ps-4">
            <div className="min-w-0 flex-1">
              {wait.drill ? <DrillBand /> : null}
              <p className="font-bold">{wait.said}</p>
              <p className="whitespace-pre-line">{wait.reason}</p>
              <p className="text-sm text-solid-gray-700">
                <Time at={wait.at} />
              </p>
            </div>
            <LinkButton to="/triage/$id" params={{ id: wait.reportId }} look="secondary">
              {t('decide')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ item }: { item: LabelItem }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  return (
    <li className={`rounded-xl border bg-white p-4 ${item.urgency === 'urgent' ? 'border-s-8 border-red-1000' : 'border-solid-gray-420'}`}>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        {item.drill ? <DrillBand /> : null}
        <Urgent code={item.urgency} />
        <Severity code={item.severity} />
        {item.drillMarked && !item.drill ? (
          <Mark className="border-dashed border-black bg-yellow-300 text-black">{t('drillMarked')}</Mark>
        ) : null}
      </div>
      <h3 className="text-lg">
        <Link to="/triage/$id" params={{ id: item.reportId }} className="link">
          {item.number}
        </Link>
      </h3>
      <p className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">
        <span>
          {t('original')}: <Tlp level={item.original} />
        </span>
        <span>
          {t('ceiling')}: <Tlp level={item.ceiling} />
        </span>
        <span className="text-solid-gray-700">{t('version', { version: item.version })}</span>
        <span className="text-solid-gray-700">
          <Time at={item.decidedAt} />
        </span>
      </p>
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary className="min-h-11 cursor-pointer py-2 text-blue-1000 underline underline-offset-4">
          {t('why')}
          <span className="sr-only"> ({item.number})</span>
        </summary>
        {open ? <Why id={item.reportId} /> : null}
      </details>
    </li>
  );
}

function Why({ id }: { id: string }) {
  const language = useLanguage();
  const t = useTexts(texts);
  const query = useQuery(labelQuery(id));
  return (
    <Answered query={query}>
      {label => (
        <ul className="list-disc ps-6">
          {(label.triage?.reasons ?? []).map(reason => (
            <li key={reason.rule}>{reason[language]}</li>
          ))}
          {label.triage ? null : <li>{t('reasonsNone')}</li>}
        </ul>
      )}
    </Answered>
  );
}

function Filter({ search }: { search: TriageSearch }) {
  const t = useTexts(texts);
  const name = useCodes();
  const navigate = route.useNavigate();
  const change = (part: Partial<Record<keyof TriageSearch, string>>) =>
    void navigate({ search: { ...search, ...part } as TriageSearch, replace: true });
  return (
    <search aria-label={t('filter')} className="not-printed mb-4 grid grid-cols-1 gap-3 sm:grid-cols-3">
      <SearchField label={t('search')} value={search.q ?? ''} onChange={q => change({ q })} />
      <Pick
        label={t('severity')}
        value={search.severity ?? ''}
        onChange={severity => change({ severity })}
        options={[
          { value: '', label: t('any') },
          ...Object.keys(taxonomy.severities).map(value => ({ value, label: name('severities', value) })),
        ]}
      />
      <Pick
        label={t('show')}
        value={search.show ?? ''}
        onChange={show => change({ show })}
        options={[
          { value: '', label: t('any') },
          { value: 'urgent', label: t('urgent') },
          { value: 'drill', label: t('drillOnly') },
        ]}
      />
    </search>
  );
}
