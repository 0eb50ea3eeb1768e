import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { Button } from '@/app/ui/Button';
import { Confirm } from '@/app/ui/Confirm';
import { Facts } from '@/app/ui/Facts';
import { Loading } from '@/app/ui/Loading';
import { Page } from '@/app/ui/Page';
import { Table } from '@/app/ui/Table';
import { Time } from '@/app/ui/Time';
import { number } from '@/app/ui/time';
import { type Service, type Standing, services, standing, worst } from './standing';
import { askState, replay } from './state';
import { texts } from './texts';

const looks: Record<Standing, string> = {
  well: 'border-s-green-800',
  late: 'border-s-orange-1000',
  failed: 'border-s-orange-1000',
  halting: 'border-s-red-900',
  down: 'border-s-red-900',
};
const signs: Record<Standing, string> = { well: '✓', late: '…', failed: '!', halting: '✗', down: '✗' };

/** How each service stands, in words, and what to do. */
export function SystemPage() {
  const t = useTexts(texts);
  const queries = useQueries({
    queries: services.map(service => ({
      queryKey: ['system', service],
      queryFn: async ({ signal }: { signal: AbortSignal }) => ({ state: await askState(service, signal) }),
      refetchInterval: 5_000,
      retry: false,
    })),
  });
  const known = queries.every(query => query.data !== undefined);
  const problem = queries.map(query => query.error).find(error => error instanceof Problem);
  const whole = worst(queries.map(query => standing(query.data?.state)));
  const updated = Math.min(...queries.map(query => query.dataUpdatedAt));
  return (
    <Page
      title={t('title')}
      aside={
        <Button look="secondary" className="not-printed" onPress={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <p className="mb-4">{t('lead')}</p>
      {problem ? <ProblemNotice problem={problem} /> : null}
      {known ? (
        <>
          <section className={`card mb-6 border-s-8 ${looks[whole]}`}>
            <p role="status" className="text-lg font-bold">
              <span aria-hidden="true">{signs[whole]} </span>
              {t(`hub.${whole}`)}
            </p>
            <p className="text-sm text-solid-gray-700">
              {t('updated')}: <Time at={new Date(updated).toISOString()} />
            </p>
          </section>
          <ul className="flex flex-col gap-4">
            {services.map((service, i) => (
              <ServiceCard key={service} service={service} state={queries[i]?.data?.state} />
            ))}
          </ul>
          <section className="card mt-6" aria-labelledby="numbers">
            <h2 id="numbers" className="mb-3 text-lg">
              {t('numbers')}
            </h2>
            <Facts
              facts={[
                [t('outbox'), t('outboxExplained')],
                [t('waiting'), t('waitingExplained')],
                [t('consumers'), t('consumersExplained')],
                [t('failed'), t('failedExplained')],
              ]}
            />
          </section>
        </>
      ) : problem ? null : (
        <Loading />
      )}
    </Page>
  );
}

function ServiceCard({ service, state }: { service: Service; state: Schemas['SystemStateView'] | undefined }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const how = standing(state);
  return (
    <li className={`card border-s-8 ${looks[how]}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-xl">{t(`name.${service}`)}</h2>
        <p className={`font-bold ${how === 'well' ? 'text-green-900' : 'text-red-1000'}`}>
          <span aria-hidden="true">{signs[how]} </span>
          {t(`standing.${how}`)}
        </p>
      </div>
      <p className="text-solid-gray-700">{t(`what.${service}`)}</p>
      {how === 'well' ? null : <p className="mt-3 font-bold">{t(`means.${how}`)}</p>}
      {state ? (
        <>
          <p className="mt-3">
            <strong>
              {t('outbox')}: {state.outbox ? number(state.outbox.waiting, language) : '–'}
            </strong>{' '}
            <span className="text-sm text-solid-gray-700">
              {state.outbox ? '' : t('databaseAway')}
              {state.outbox && state.outbox.waiting > 0 ? ` ${t('oldest', { seconds: number(state.outbox.oldestSeconds, language) })}` : ''}
            </span>
          </p>
          {state.queues ? <Queues service={service} queues={state.queues} /> : <p className="mt-3">{t('queuesAway')}</p>}
        </>
      ) : null}
    </li>
  );
}

type Queue = NonNullable<Schemas['SystemStateView']['queues']>[number];

function Queues({ service, queues }: { service: Service; queues: readonly Queue[] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const [done, setDone] = useState<{ name: string; messages: number }>();
  const troubled = queues.filter(queue => queue.failed > 0 || queue.waiting > 0);
  const shown = all ? queues : troubled;
  return (
    <>
      <p role="status" className={done ? 'mt-3 font-bold' : 'sr-only'}>
        {done ? `✓ ${t('replayed', { queue: done.name, count: number(done.messages, language) })}` : ''}
      </p>
      {shown.length > 0 ? (
        <div className="mt-3">
          <Table
            caption={t('queues')}
            rows={shown}
            keyOf={queue => queue.name}
            columns={[
              { head: t('queue'), cell: queue => <code className="text-sm">{queue.name}</code> },
              { head: t('waiting'), cell: queue => number(queue.waiting, language) },
              { head: t('consumers'), cell: queue => number(queue.consumers, language) },
              {
                head: t('failed'),
                cell: queue => (
                  <span className="inline-flex flex-wrap items-center gap-3">
                    <strong className={queue.failed > 0 ? 'text-red-1000' : ''}>{number(queue.failed, language)}</strong>
                    {queue.failed > 0 ? <ReplayButton service={service} queue={queue} onDone={setDone} /> : null}
                  </span>
                ),
              },
            ]}
          />
        </div>
      ) : null}
      <div className="mt-2 flex flex-wrap items-center gap-x-4">
        {all ? null : <p className="text-sm text-solid-gray-700">{t('idle', { count: queues.length - troubled.length })}</p>}
        <Button
          look="quiet"
          className="not-printed -ms-4"
          aria-expanded={all}
          aria-label={`${all ? t('some') : t('all')}: ${t(`name.${service}`)}`}
          onPress={() => setAll(!all)}
        >
          {all ? t('some') : t('all')}
        </Button>
      </div>
    </>
  );
}

function ReplayButton({
  service,
  queue,
  onDone,
}: {
  service: Service;
  queue: Queue;
  onDone: (done: { name: string; messages: number }) => void;
}) {
  const t = useTexts(texts);
  const language = useLanguage();
  const queries = useQueryClient();
  const write = useWrite((name: string, keyed) => replay(service, name, keyed), {
    onDone: async done => {
      onDone(done);
      await queries.invalidateQueries({ queryKey: ['system', service] });
    },
  });
  return (
    <Confirm
      label={t('replay')}
      aria-label={t('replayOf', { queue: queue.name })}
      question={t('replayAsk', { count: number(queue.failed, language) })}
      problem={write.error}
      isPending={write.isPending}
      done={write.isSuccess}
      onConfirm={() => write.send(queue.name)}
    >
      <p>{t('replayDetail', { queue: queue.name })}</p>
    </Confirm>
  );
}
