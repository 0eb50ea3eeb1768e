import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Card } from '@/app/ui/Card';
import { DrillBand } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Tlp } from '@/app/ui/Tlp';
import { groupsQuery } from '@/groups/groups';
import { nameOf, sizeOf } from '@/report/audience';
import { texts as reportTexts } from '@/report/texts';
import { type ReportView, reportKey, reportsKey, watchedReportQuery } from '@/reports/reports';
import { Decide } from './Decide';
import { Files } from './Files';
import { FlashFacts } from './FlashFacts';
import { Items } from './Items';
import { RemoveMore } from './RemoveMore';
import { SideBySide } from './SideBySide';
import { placeOf, type Rendition } from './spans';
import { texts } from './texts';

const route = getRouteApi('/frame/reports/$id/approval');

export function renditionQuery(id: string) {
  return {
    queryKey: [...reportKey(id), 'rendition'],
    queryFn: ({ signal }: { signal: AbortSignal }) => answer(api.GET('/api/reports/{id}/rendition', { params: { path: { id } }, signal })),
  };
}

/** What would go out, beside what was written: what was removed and why, what was kept, what risk is left. */
export function ApprovalPage() {
  const { id } = route.useParams();
  const report = useQuery(watchedReportQuery(id));
  return <Answered query={report}>{view => (view.report ? <WithReport key={view.version} view={view} /> : <Waiting id={id} />)}</Answered>;
}

function WithReport({ view }: { view: ReportView }) {
  const making = view.status === 'received' || view.status === 'classified';
  const rendition = useQuery({ ...renditionQuery(view.id), enabled: !making });
  if (making) return <Waiting id={view.id} />;
  return <Answered query={rendition}>{made => <Shown view={view} rendition={made} />}</Answered>;
}

function Waiting({ id }: { id: string }) {
  const t = useTexts(texts);
  return (
    <Page title={t('none')}>
      <p role="status" className="mb-4">
        {t('noneWhat')}
      </p>
      <Link to="/reports/$id" params={{ id }} className="link">
        {t('back')}
      </Link>
    </Page>
  );
}

function Shown({ view, rendition }: { view: ReportView; rendition: Rendition }) {
  const t = useTexts(texts);
  const rt = useTexts(reportTexts);
  const language = useLanguage();
  const operator = has(useMe(), 'operator');
  const queries = useQueryClient();
  const groups = useQuery(groupsQuery);
  const [active, setActive] = useState<string>();
  const [words, setWords] = useState('');
  const [done, setDone] = useState<Schemas['DecideRenditionReceipt'] & { narrative: boolean }>();
  const { reportId } = rendition;
  const renew = () =>
    Promise.all([queries.invalidateQueries({ queryKey: reportKey(reportId) }), queries.invalidateQueries({ queryKey: reportsKey })]);
  const mark = useWrite(
    (said: { span: Schemas['MarkRenditionSpan']; action: 'remove' | 'keep' | 'none'; hash: string }, keyed) =>
      answer(
        api.POST('/api/reports/{id}/rendition/marks', {
          params: { path: { id: reportId } },
          body: { ...said, reason: null },
          ...keyed,
        }),
      ),
    {
      onDone: () => {
        setWords('');
        return renew();
      },
    },
  );
  const decide = useWrite(
    (body: Schemas['DecideRenditionCommand'], keyed) =>
      answer(api.POST('/api/reports/{id}/rendition/decision', { params: { path: { id: reportId } }, body, ...keyed })),
    {
      onDone: async (receipt, said) => {
        if (said.decision !== 'edit') setDone({ ...receipt, narrative: said.narrative !== false });
        await renew();
      },
    },
  );
  const conflict = mark.error?.status === 409 || decide.error?.status === 409;
  useEffect(() => {
    // the rule that refused names what changed; what it is now stands on the page at once
    if (conflict) void queries.invalidateQueries({ queryKey: reportKey(reportId) });
  }, [conflict, queries, reportId]);
  const made = useRef(rendition.hash);
  const remade = made.current !== rendition.hash;

  const open = rendition.status === 'awaitingApproval' && operator;
  const say = (span: Schemas['MarkRenditionSpan'], action: 'remove' | 'keep' | 'none') => mark.send({ span, action, hash: rendition.hash });
  const audience = (view.report?.audience ?? []).flatMap(id => (groups.data ?? []).filter(group => group.id === id));
  const linked = { active, setActive };
  return (
    <Page
      title={t('title')}
      above={
        <div className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-solid-gray-420 bg-solid-gray-50 py-2">
          {rendition.drill ? <DrillBand /> : null}
          <Tlp level={rendition.tlp} />
          <span>
            {t('goesTo')}:{' '}
            <strong>
              {audience
                .map(group => `${nameOf(group, language)}（${rt('audienceSize', { size: sizeOf(group, language) })}）`)
                .join(language === 'ja' ? '、' : ', ')}
            </strong>
          </span>
        </div>
      }
    >
      <p className="mb-4 flex flex-wrap gap-x-4">
        <Link to="/reports/$id" params={{ id: reportId }} className="link">
          {t('back')}
        </Link>
        <span className="text-solid-gray-700">{view.number}</span>
      </p>
      <div className="flex flex-col gap-4">
        <Standing rendition={rendition} done={done} />
        {open ? <p>{t('intro')}</p> : null}
        <div role="status">
          {conflict ? <p className="font-bold">{t('changed')}</p> : remade && !done ? <p className="font-bold">{t('marked')}</p> : null}
        </div>
        {mark.error ? <ProblemNotice problem={mark.error} /> : null}
        <Judgement view={view} rendition={rendition} />
        <SideBySide report={view.report} rendition={rendition} {...linked} onSelect={setWords} />
        {open ? (
          <RemoveMore
            words={words}
            onChange={setWords}
            isPending={mark.isPending}
            found={words.trim() ? placeOf(words, rendition) : undefined}
            onRemove={span => say(span, 'remove')}
          />
        ) : null}
        <Items report={view.report} rendition={rendition} {...linked} mayMark={open} isPending={mark.isPending} onMark={say} />
        <FlashFacts rendition={rendition} />
        <Files reportId={reportId}>
          {files =>
            open && !done ? (
              <Decide
                key={rendition.hash}
                rendition={rendition}
                files={files}
                decide={decide}
                firstDone={view.notices.some(n => n.code === 'approval.second')}
              />
            ) : null
          }
        </Files>
        {operator ? null : <p className="card">{t('onlyOperator')}</p>}
      </div>
    </Page>
  );
}

function Standing({
  rendition,
  done,
}: {
  rendition: Rendition;
  done: (Schemas['DecideRenditionReceipt'] & { narrative: boolean }) | undefined;
}) {
  const t = useTexts(texts);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (done) box.current?.focus();
  }, [done]);
  if (done) {
    const refused = done.status === 'refused';
    return (
      <section ref={box} tabIndex={-1} role="status" className="rounded-xl border-4 border-green-900 bg-white p-4 md:p-6">
        <p className="text-2xl font-bold">✓ {refused ? t('doneRefused') : t('done')}</p>
        <p>
          {refused
            ? t('doneRefusedWhat')
            : done.secondApprovalNeeded
              ? t('doneSecond')
              : done.narrative
                ? t('doneReleased')
                : t('doneFlash')}
        </p>
      </section>
    );
  }
  const { status } = rendition;
  if (status !== 'approved' && status !== 'refused' && status !== 'blocked') return null;
  return <p className="card text-lg font-bold">{t(`state.${status}`)}</p>;
}

const lights = {
  low: 'border-green-900',
  medium: 'border-orange-600',
  high: 'border-red-900',
} as const;

/** How far it can be told whose it is, and what risk is left, in words before colour. */
function Judgement({ view, rendition }: { view: ReportView; rendition: Rendition }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const level = (['low', 'medium'] as const).find(l => l === rendition.risk.level) ?? 'high';
  const second = view.notices.some(notice => notice.code === 'approval.second');
  return (
    <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
      <Card title={t('k')}>
        <p className="text-lg">{rendition.anonymity?.[language]}</p>
        <p className="text-sm text-solid-gray-700">{t('kSmall', { k: rendition.risk.k })}</p>
      </Card>
      <Card title={`${t('risk')}: ${t(`riskLevel.${level}`)}`} className={`border-s-8 ${lights[level]}`}>
        <p>{t(`riskWhat.${level}`)}</p>
        <ul className="mt-2 list-disc ps-6">
          {rendition.risk.reasons.map(reason => (
            <li key={reason.code}>{reason[language]}</li>
          ))}
        </ul>
        {level === 'high' && rendition.status === 'awaitingApproval' ? (
          <p className="mt-2 font-bold">{second ? t('secondDone') : t('secondAsk')}</p>
        ) : null}
      </Card>
      {rendition.blocked.length > 0 ? (
        <Card title={t('blocked')}>
          <ul className="list-disc ps-6">
            {rendition.blocked.map(code => (
              <li key={code}>{t('blockedWhat', { code })}</li>
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  );
}
