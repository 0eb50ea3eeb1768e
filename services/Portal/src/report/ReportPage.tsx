import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { HubForm } from '@/app/ui/HubForm';
import { Leaving } from '@/app/ui/Leaving';
import { DrillBand } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { useNow } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { clockTime } from '@/app/ui/time';
import { reportKey, reportQuery, reportsKey } from '@/reports/reports';
import { DraftConflict } from './DraftConflict';
import { FilesToSend } from './FilesToSend';
import { FirstReport } from './FirstReport';
import { emptyReport, followUpOf, type Report, sinceThen, toSend } from './form';
import { HandedIn } from './HandedIn';
import { How } from './How';
import { More } from './More';
import { OnBehalf } from './OnBehalf';
import { Preview } from './Preview';
import { texts } from './texts';
import { UnfinishedReports } from './UnfinishedReports';
import { draftsKey, useDraft } from './useDraft';
import { useReporter } from './useReporter';
import { WhoSees } from './WhoSees';

const route = getRouteApi('/frame/reports/new');

/** A report is written: five entries first, then what else is known, who will see it, and out it goes. */
export function ReportPage() {
  const { draft, follows, exercise } = route.useSearch();
  const own = useRef<string | undefined>(undefined);
  const [fresh, setFresh] = useState(0);
  // a draft that was begun on this page is in it already
  const toLoad = draft === own.current ? undefined : draft;
  const begun = useCallback((id: string) => {
    own.current = id;
  }, []);
  const again = useCallback(() => {
    own.current = undefined;
    setFresh(n => n + 1);
  }, []);
  if (toLoad) return <FromDraft key={`${toLoad}-${fresh}`} id={toLoad} onBegun={begun} onAgain={again} />;
  if (follows) return <FollowUp key={follows} id={follows} onBegun={begun} onAgain={again} />;
  return <New key={`new-${fresh}`} {...(exercise ? { exercise } : {})} onBegun={begun} onAgain={again} />;
}

interface Around {
  onBegun: (id: string) => void;
  onAgain: () => void;
}

function New({ exercise, ...around }: Around & { exercise?: string }) {
  const language = useLanguage();
  const behalf = !has(useMe(), 'operator');
  const usual = useReporter(null).groups.find(group => group.kind === 'ceptoar')?.id;
  const [start] = useState<Report>(() => ({
    ...emptyReport(language),
    exercise: exercise ?? null,
    ...(behalf ? { onBehalf: { organisationId: null, means: 'telephone', toldAt: new Date().toISOString() } } : {}),
  }));
  return <Writing {...around} start={start} {...(usual && !behalf ? { usual } : {})} />;
}

function FromDraft({ id, ...around }: Around & { id: string }) {
  const query = useQuery({
    queryKey: [...draftsKey, id],
    queryFn: ({ signal }) => answer(api.GET('/api/report-drafts/{draftId}', { params: { path: { draftId: id } }, signal })),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
  });
  const draft = query.data;
  // once it is on the page it is written here: that it went with its report is no problem
  if (!draft) return <Answered query={query}>{() => null}</Answered>;
  return (
    <Writing
      {...around}
      start={{ ...emptyReport('ja'), ...draft.report }}
      draft={{ id: draft.id, version: draft.version }}
      {...(draft.followsUp ? { follows: draft.followsUp } : {})}
    />
  );
}

function FollowUp({ id, ...around }: Around & { id: string }) {
  const me = useMe();
  const query = useQuery({ ...reportQuery(id), staleTime: Number.POSITIVE_INFINITY });
  return (
    <Answered query={query}>
      {view => <Writing {...around} start={followUpOf(view, has(me, 'operator'))} follows={id} number={view.number} />}
    </Answered>
  );
}

const draftOf = (search: object) => ('draft' in search ? search.draft : undefined);

export interface Receipt {
  id: string;
  number: string;
  version?: number;
}

function Writing({
  start,
  draft,
  follows,
  number,
  usual,
  onBegun,
  onAgain,
}: Around & {
  start: Report;
  draft?: { id: string; version: number };
  follows?: string;
  number?: string;
  /** The group that is chosen once it is known, unless one has been chosen already. */
  usual?: string;
}) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const me = useMe();
  const [report, setReport] = useState(start);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [receipt, setReceipt] = useState<Receipt>();
  const change = useCallback((part: Partial<Report>) => setReport(now => ({ ...now, ...part })), []);
  useEffect(() => {
    // groups may come after the first strokes, over a poor line long after
    if (usual) setReport(now => (now.audience?.length ? now : { ...now, audience: [usual] }));
  }, [usual]);
  const followed = useQuery({ ...reportQuery(follows ?? ''), enabled: follows !== undefined });
  const begun = useCallback(
    (id: string) => {
      onBegun(id);
      void navigate({ search: now => ({ ...now, draft: id }), replace: true, ignoreBlocker: true, resetScroll: false });
    },
    [navigate, onBegun],
  );
  const handIn = useWrite(
    async (body: Report, keyed): Promise<Receipt> => {
      const draftId = kept.id();
      const withDraft: Schemas['SubmitReportCommand'] = draftId ? Object.assign({}, body, { draftId }) : body;
      return follows
        ? await answer(api.POST('/api/reports/{id}/versions', { params: { path: { id: follows } }, body: withDraft, ...keyed }))
        : await answer(api.POST('/api/reports', { body: withDraft, ...keyed }));
    },
    {
      onDone: async done => {
        setReceipt(done);
        window.scrollTo({ top: 0 });
        await Promise.all([
          queries.invalidateQueries({ queryKey: draftsKey, exact: true }),
          queries.invalidateQueries({ queryKey: reportsKey }),
          queries.invalidateQueries({ queryKey: reportKey(done.id) }),
        ]);
      },
    },
  );
  const kept = useDraft(report, {
    ...draft,
    ...(follows ? { follows } : {}),
    paused: receipt !== undefined || handIn.isPending,
    onStarted: begun,
  });
  const { reporter, groups } = useReporter(report.onBehalf?.organisationId ?? null);
  const { forget } = kept;
  useEffect(() => {
    // the draft was handed in or discarded elsewhere; who has read that may still send what stands here
    if (handIn.error?.status === 409) forget();
  }, [handIn.error, forget]);

  if (receipt) {
    return (
      <HandedIn
        receipt={receipt}
        report={report}
        files={files}
        onAgain={() => {
          onAgain();
          void navigate({ search: {}, replace: true });
        }}
      />
    );
  }
  const parted = kept.id();
  const title = follows
    ? t('titleFollowUp', { number: number ?? followed.data?.number ?? '' })
    : has(me, 'operator')
      ? t('title')
      : t('titleOnBehalf');
  return (
    <Page title={title} above={<Standing report={report} kept={kept} />}>
      <Leaving when={kept.unsaved} keep={kept.leave} of={draftOf} />
      <p className="mb-6">{t('intro')}</p>
      {kept.state.kind === 'conflict' && parted ? (
        <div className="mb-6">
          <DraftConflict
            id={parted}
            mine={report}
            onTheirs={(theirs, text) => {
              kept.adopt(theirs, text);
              setReport(text);
            }}
            onMine={theirs => void kept.overwrite(theirs)}
          />
        </div>
      ) : null}
      {!follows && !draft ? <UnfinishedReports {...(kept.id() ? { except: kept.id() as string } : {})} /> : null}
      <HubForm problem={handIn.error} onSubmit={() => handIn.send(toSend(report))} className="flex flex-col gap-6">
        {report.onBehalf ? <OnBehalf report={report} onChange={change} isFixed={follows !== undefined} /> : null}
        <FirstReport report={report} onChange={change} groups={groups} />
        <More report={report} onChange={change} isOpen={follows !== undefined} />
        <How report={report} onChange={change} reporter={reporter} />
        <FilesToSend files={files} onChange={setFiles} />
        <Card title={t('check')}>
          <WhoSees report={report} groups={groups} reporter={reporter} />
          <Preview report={report} onChange={change} />
          <div className="mt-6 flex flex-wrap items-center gap-4">
            <Button type="submit" isPending={handIn.isPending} className="min-h-14 min-w-60 text-lg">
              {handIn.isPending ? t('sending') : follows ? t('sendFollowUp') : t('send')}
            </Button>
          </div>
        </Card>
      </HubForm>
    </Page>
  );
}

/** What must never be out of sight while one writes: the level, the clock, and whether what was typed is kept. */
function Standing({ report, kept }: { report: Report; kept: ReturnType<typeof useDraft> }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const since = sinceThen(report.detectedAt, useNow());
  const { state } = kept;
  return (
    <div className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-solid-gray-420 bg-solid-gray-50 py-2">
      {report.exercise ? <DrillBand>{t('drillAnswer')}</DrillBand> : null}
      <Tlp level={report.requestedTlp ?? 'RED'} />
      {since ? (
        <span>
          {t('clock')}: <strong>{t('clockTime', since)}</strong>
        </span>
      ) : null}
      <span role="status" className="text-sm">
        {state.kind === 'saving' ? t('saving') : null}
        {state.kind === 'saved' ? (
          <span title={t('savedWhat')}>✓ {t('saved', { time: clockTime(new Date(state.at), language) })}</span>
        ) : null}
        {state.kind === 'failed' ? (
          <strong className="text-red-1000">{state.problem.status === 404 ? t('draftNone') : t('draftFailed')}</strong>
        ) : null}
        {state.kind === 'conflict' ? <strong className="text-red-1000">{t('draftConflict')}</strong> : null}
      </span>
      {state.kind === 'failed' && state.problem.status !== 404 ? (
        <Button look="quiet" onPress={() => void kept.save()}>
          {t('saveNow')}
        </Button>
      ) : null}
    </div>
  );
}
