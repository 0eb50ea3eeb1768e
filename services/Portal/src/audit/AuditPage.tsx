import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { answer, api, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { tables } from '@/api/tables';
import { useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { useTableNames } from '@/app/tables';
import { Button } from '@/app/ui/Button';
import { slimBox } from '@/app/ui/box';
import { Loading } from '@/app/ui/Loading';
import { Page } from '@/app/ui/Page';
import { Pick } from '@/app/ui/Pick';
import { SearchField } from '@/app/ui/SearchField';
import { Table } from '@/app/ui/Table';
import { peopleQuery } from '@/directory/directory';
import { AuditSections } from './AuditSections';
import { Moment } from './Moment';
import { type AuditSearch, between, joined, olderThan } from './search';
import { texts } from './texts';

const route = getRouteApi('/frame/audit');
const limit = 50;

/** Who did what, and when. */
export function AuditPage() {
  const t = useTexts(texts);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { from, until } = between(search);
  const query = useInfiniteQuery({
    queryKey: ['audit', search],
    initialPageParam: until,
    queryFn: async ({ pageParam, signal }) => {
      const asked = {
        limit,
        ...(search.action ? { action: search.action } : {}),
        ...(search.actor ? { actor: search.actor } : {}),
        ...(from ? { from } : {}),
        ...(pageParam ? { until: pageParam } : {}),
      };
      return (await answer(api.GET('/api/audit', { params: { query: asked }, signal }))).items;
    },
    getNextPageParam: (last, _, before) => olderThan(last, limit, before),
    // each reading is recorded: none that nobody asked for
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const entries = joined(query.data?.pages ?? []);
  const names = useNames(entries);
  return (
    <Page
      title={t('title')}
      above={<AuditSections />}
      aside={
        <div className="not-printed flex flex-wrap gap-3">
          <Button look="secondary" isPending={query.isFetching} onPress={() => void query.refetch()}>
            {t('refresh')}
          </Button>
          <Button look="secondary" onPress={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      }
    >
      <p className="mb-6">{t('lead')}</p>
      <Filter search={search} />
      {query.error instanceof Problem ? <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending && !query.error ? <Loading /> : null}
      {query.data ? (
        <>
          <p role="status" className="mb-3 text-solid-gray-700">
            {entries.length === 0 ? t('none') : t('shown', { count: entries.length })}
          </p>
          {entries.length > 0 ? (
            <div className="card">
              <Table
                caption={t('title')}
                rows={entries}
                keyOf={entry => entry.number}
                columns={[
                  { head: t('number'), cell: entry => entry.number },
                  { head: t('at'), cell: entry => <Moment at={entry.at} /> },
                  { head: t('what'), cell: entry => <What entry={entry} /> },
                  {
                    head: t('who'),
                    cell: entry =>
                      entry.actor === '' ? (
                        t('system')
                      ) : (
                        <>
                          <button
                            type="button"
                            className="link min-h-6 text-start"
                            title={t('onlyThis')}
                            onClick={() => void navigate({ search: { ...search, actor: entry.actor } })}
                          >
                            {names.actor(entry.actor)}
                          </button>
                          {entry.organisation ? (
                            <span className="block text-sm text-solid-gray-700">{names.organisation(entry.organisation)}</span>
                          ) : null}
                        </>
                      ),
                  },
                  { head: t('item'), cell: entry => (entry.item ? <code className="text-sm">{entry.item}</code> : null) },
                ]}
              />
            </div>
          ) : null}
          <div className="not-printed mt-6">
            {query.hasNextPage ? (
              <Button look="secondary" isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                {t('older')}
              </Button>
            ) : entries.length > 0 ? (
              <p className="text-solid-gray-700">{t('noneOlder')}</p>
            ) : null}
          </div>
        </>
      ) : null}
    </Page>
  );
}

function What({ entry }: { entry: Schemas['ListAuditView'] }) {
  const name = useTableNames();
  return (
    <>
      <strong>{entry.action in tables.auditActions ? name('auditActions', entry.action) : entry.actionName}</strong>
      {entry.detail ? <code className="block text-sm text-solid-gray-700">{entry.detail}</code> : null}
      <span className="block text-sm text-solid-gray-700">{entry.service}</span>
    </>
  );
}

/** Names of the own people and of the organisations that appear; of others the id. */
function useNames(entries: readonly Schemas['ListAuditView'][]) {
  const { data: people } = useQuery(peopleQuery());
  const ids = [...new Set(entries.map(entry => entry.organisation).filter(id => id !== null))];
  const organisations = useQueries({
    queries: ids.map(id => ({
      queryKey: ['organisation', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => answer(api.GET('/api/organisations/{id}', { params: { path: { id } }, signal })),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    })),
  });
  return {
    actor: (id: string) => people?.find(person => person.id === id)?.name ?? id,
    organisation: (id: string) => organisations[ids.indexOf(id)]?.data?.name ?? id,
  };
}

function Filter({ search }: { search: AuditSearch }) {
  const t = useTexts(texts);
  const name = useTableNames();
  const navigate = route.useNavigate();
  const change = (part: Partial<Record<keyof AuditSearch, string>>) =>
    void navigate({ search: { ...search, ...part } as AuditSearch, replace: true });
  return (
    <search aria-label={t('filter')} className="not-printed mb-6 grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-4">
      <Pick
        label={t('action')}
        value={search.action ?? ''}
        onChange={action => change({ action })}
        options={[
          { value: '', label: t('any') },
          ...Object.keys(tables.auditActions).map(value => ({ value, label: name('auditActions', value) })),
        ]}
      />
      <form
        onSubmit={event => {
          event.preventDefault();
          change({ actor: String(new FormData(event.currentTarget).get('actor') ?? '').trim() });
        }}
      >
        <SearchField
          key={search.actor}
          name="actor"
          label={t('actor')}
          defaultValue={search.actor ?? ''}
          onBlur={event => event.target.value.trim() !== (search.actor ?? '') && change({ actor: event.target.value.trim() })}
        />
      </form>
      {(['from', 'until'] as const).map(which => (
        <div key={which} className="flex min-w-0 flex-col gap-1">
          <label htmlFor={which} className="text-sm font-bold">
            {t(which)}
          </label>
          <input
            id={which}
            type="date"
            value={search[which] ?? ''}
            onChange={event => change({ [which]: event.target.value })}
            className={slimBox}
          />
        </div>
      ))}
      {Object.keys(search).length > 0 ? (
        <Button look="quiet" className="justify-self-start" onPress={() => void navigate({ search: {}, replace: true })}>
          {t('clear')}
        </Button>
      ) : null}
    </search>
  );
}
