import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { CopyButton } from '@/app/ui/CopyButton';
import { Facts } from '@/app/ui/Facts';
import { Page } from '@/app/ui/Page';
import { SearchField } from '@/app/ui/SearchField';
import { Table } from '@/app/ui/Table';
import { Time, useNow } from '@/app/ui/Time';
import { japanTime, number } from '@/app/ui/time';
import { AuditSections } from './AuditSections';
import { Moment } from './Moment';
import { texts } from './texts';

const limit = 50;

/** Whether the trail is unbroken: a plain answer first, then the blocks. */
export function ChainPage() {
  const t = useTexts(texts);
  const query = useQuery({
    queryKey: ['audit', 'verification'],
    queryFn: async ({ signal }) => {
      const [result, first] = await Promise.all([
        answer(api.GET('/api/audit/verification', { signal })),
        answer(api.GET('/api/audit/blocks', { params: { query: { after: '0', limit: 1 } }, signal })),
      ]);
      return { result, since: first.items[0]?.sealedAt, at: new Date() };
    },
    // that it was verified is recorded: once for each visit and when one asks
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <Page
      title={t('chain')}
      above={<AuditSections />}
      aside={
        <Button className="not-printed" isPending={query.isFetching} onPress={() => void query.refetch()}>
          {t('again')}
        </Button>
      }
    >
      <p className="mb-6">{t('chainLead')}</p>
      <p role="status" className="sr-only">
        {query.isFetching ? t('verifying') : query.data ? (query.data.result.intact ? t('intact') : t('broken')) : ''}
      </p>
      <Answered query={query}>{found => <Verdict {...found} />}</Answered>
      <Blocks />
    </Page>
  );
}

function Verdict({ result, since, at }: { result: Schemas['AuditVerificationResult']; since: string | undefined; at: Date }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const now = useNow();
  const { firstFault: fault, head } = result;
  const counts = { entries: number(result.entries, language), blocks: number(result.blocks, language) };
  return (
    <section className={`card mb-8 border-s-8 ${result.intact ? 'border-s-green-800' : 'border-s-red-900'}`}>
      <h2 className={`mb-2 text-xl ${result.intact ? '' : 'text-red-1000'}`}>
        <span aria-hidden="true">{result.intact ? '✓ ' : '✗ '}</span>
        {result.intact ? t('intact') : t('broken')}
      </h2>
      {fault ? (
        <>
          <p>{t('brokenAt', { block: number(fault.block, language), blocks: counts.blocks })}</p>
          {fault.entry === null ? null : <p>{t('brokenEntry', { entry: fault.entry })}</p>}
          <p>
            {t('faultWhat')}: <code>{fault.what}</code>
          </p>
          <p className="my-4 font-bold">{t('brokenDo')}</p>
        </>
      ) : since ? (
        <p className="mb-4">{t('intactSince', { ...counts, since: japanTime(new Date(since), language, now) })}</p>
      ) : null}
      <Facts
        facts={[
          [t('checkedAt'), <Time key="at" at={at.toISOString()} />],
          [t('waiting'), <Explained key="w" value={number(result.waiting, language)} why={t('waitingExplained')} />],
          [
            t('pastRetention'),
            result.pastRetention > 0 ? (
              <Explained key="p" value={number(result.pastRetention, language)} why={t('pastRetentionExplained')} />
            ) : null,
          ],
          [
            t('head'),
            head ? (
              <div key="h">
                <code className="block">{head}</code>
                <span className="block text-sm text-solid-gray-700">{t('headExplained')}</span>
                <CopyButton look="quiet" className="not-printed -ms-4" text={head} label={t('copy')} />
              </div>
            ) : null,
          ],
        ]}
      />
    </section>
  );
}

function Explained({ value, why }: { value: string; why: string }) {
  return (
    <>
      <strong>{value}</strong>
      <span className="block text-sm text-solid-gray-700">{why}</span>
    </>
  );
}

function Blocks() {
  const t = useTexts(texts);
  const language = useLanguage();
  const [wanted, setWanted] = useState('');
  const query = useInfiniteQuery({
    queryKey: ['audit', 'blocks'],
    initialPageParam: undefined as number | undefined,
    queryFn: async ({ pageParam, signal }) => {
      // the API goes forward from a cursor, which is a block's number: the page before ends where this one begins
      const asked =
        pageParam === undefined ? { limit } : { after: String(Math.max(0, pageParam - 1 - limit)), limit: Math.min(limit, pageParam - 1) };
      const { items } = await answer(api.GET('/api/audit/blocks', { params: { query: asked }, signal }));
      return [...items].sort((a, b) => b.number - a.number);
    },
    getNextPageParam: last => {
      const oldest = last.at(-1)?.number;
      return oldest !== undefined && oldest > 1 ? oldest : undefined;
    },
    staleTime: 30_000,
  });
  const blocks = query.data?.pages.flat() ?? [];
  const shown = blocks.filter(block => block.hash.startsWith(wanted.trim().toLowerCase()));
  return (
    <section aria-labelledby="blocks">
      <h2 id="blocks" className="mb-4 text-xl">
        {t('blocks')}
      </h2>
      <SearchField
        label={t('find')}
        explanation={t('findRule')}
        value={wanted}
        onChange={setWanted}
        className="not-printed mb-4 max-w-xl"
      />
      {query.error instanceof Problem ? <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data && blocks.length === 0 ? <p className="card">{t('blocksNone')}</p> : null}
      <p role="status">{blocks.length > 0 && shown.length === 0 ? t('blocksNotFound') : ''}</p>
      {shown.length > 0 ? (
        <div className="card">
          <Table
            caption={t('blocks')}
            rows={shown}
            keyOf={block => block.number}
            columns={[
              { head: t('number'), cell: block => number(block.number, language) },
              { head: t('sealedAt'), cell: block => <Moment at={block.sealedAt} /> },
              { head: t('blockEntries'), cell: block => `${block.firstEntry}–${block.lastEntry}` },
              { head: t('blockCount'), cell: block => number(block.count, language) },
              { head: t('hash'), cell: block => <code className="text-sm">{block.hash}</code> },
            ]}
          />
        </div>
      ) : null}
      {query.hasNextPage ? (
        <Button
          look="secondary"
          className="not-printed mt-6"
          isPending={query.isFetchingNextPage}
          onPress={() => void query.fetchNextPage()}
        >
          {t('older')}
        </Button>
      ) : null}
    </section>
  );
}
