import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '@/app/language';
import { liveFirst } from '@/app/liveFirst';
import { has, hasAccepted } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Card } from '@/app/ui/Card';
import { LinkButton } from '@/app/ui/LinkButton';
import { Loading } from '@/app/ui/Loading';
import { DrillBand, DrillMark, Mark, Severity, Urgent } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Time } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { Desks } from '@/desks/Desks';
import { texts as handlingTexts } from '@/handling/texts';
import { inboxLimit, inboxQuery, isToConfirm } from '@/inbox/inbox';
import { texts as inboxTexts } from '@/inbox/texts';
import { counted, isCut } from '@/inbox/unread';
import { UnfinishedReports } from '@/report/UnfinishedReports';
import { ReportRow } from '@/reports/ReportRow';
import { labelChangesQuery, questionsToMeQuery, type ReportItem, reportQuery, reportsQuery } from '@/reports/reports';
import { texts } from './texts';
import { byNeed } from './todo';

const shown = 5;
const recent = 5;
/** Whose questions are asked for: those on older reports are found on their pages. */
const asked = 10;

/** What needs this person now, the most pressing first; and one button to report. */
export function HomePage() {
  const t = useTexts(texts);
  const th = useTexts(handlingTexts);
  const me = useMe();
  const operator = has(me, 'operator');
  const reports = useQuery(reportsQuery());
  return (
    <Page title={t('title')}>
      {operator ? (
        <section className="card mb-6 flex flex-wrap items-center gap-x-6 gap-y-3">
          <LinkButton to="/reports/new" className="min-h-16 w-full text-xl sm:w-auto sm:min-w-72">
            {t('report')}
          </LinkButton>
          <p>{t('reportWhat')}</p>
        </section>
      ) : null}
      {hasAccepted(me) ? null : (
        <section className="card mb-6 border-s-8 border-orange-1000">
          <p className="mb-3 font-bold">{th('notice')}</p>
          <LinkButton to="/directory/rules" look="secondary">
            {th('go')}
          </LinkButton>
        </section>
      )}
      {operator ? <UnfinishedReports /> : null}
      <div className="flex flex-col gap-6">
        <Now reports={reports.data?.items} />
        <Card title={t('mine')}>
          <Answered query={reports}>
            {({ items }) =>
              items.length === 0 ? (
                <p>{t('mineNone')}</p>
              ) : (
                <>
                  <ul className="flex flex-col gap-3">
                    {items.slice(0, recent).map(item => (
                      <ReportRow key={item.id} item={item} heading="h3" />
                    ))}
                  </ul>
                  <Link to="/reports" className="link mt-3 inline-block py-2">
                    {t('mineAll')}
                  </Link>
                </>
              )
            }
          </Answered>
        </Card>
        <Desks />
      </div>
    </Page>
  );
}

function Now({ reports }: { reports: readonly ReportItem[] | undefined }) {
  const t = useTexts(texts);
  const ti = useTexts(inboxTexts);
  const me = useMe();
  const operator = has(me, 'operator');
  // all that wait, not those among the newest alone: an urgent one may be old
  const inbox = useQuery(inboxQuery(me, inboxLimit, { open: 'unconfirmed' }));
  const changes = useQuery({ ...labelChangesQuery, enabled: operator });
  const toApprove = operator ? (reports ?? []).filter(report => report.status === 'awaitingApproval').toSorted(liveFirst) : [];
  const out = operator
    ? (reports ?? []).filter(report => report.flash.state === 'released' || report.status === 'released').slice(0, asked)
    : [];
  const waiting = useQueries({
    queries: out.map(report => questionsToMeQuery(report.id)),
    combine: results => results.map(result => result.data?.items.filter(item => item.answer === null).length ?? 0),
  });
  // which of them were entered by somebody else is on the report alone
  const details = useQueries({
    queries: (operator ? (reports ?? []).slice(0, asked) : []).map(report => ({ ...reportQuery(report.id), staleTime: 300_000 })),
    combine: results => results.flatMap(result => result.data ?? []),
  });
  const confirmations = byNeed((inbox.data ?? []).filter(isToConfirm));
  const open = (changes.data?.items ?? []).filter(change => !change.askedBySource && !change.consentedAt).toSorted(liveFirst);
  const behalf = operator ? details.filter(view => view.onBehalf && !view.onBehalf.confirmedAt && view.status !== 'withdrawn') : [];
  const questions = out.flatMap((report, n) => (waiting[n] ? [{ report, count: waiting[n] }] : []));
  const titleOf = (id: string, otherwise: string) => reports?.find(report => report.id === id)?.title ?? otherwise;
  const all = [...confirmations, ...toApprove, ...open, ...behalf, ...questions.map(({ report }) => report)];
  const drills = all.filter(item => item.drill).length;
  const live = all.length - drills;
  const more = isCut(inbox.data ?? [], inboxLimit);
  return (
    <Card title={t('now')}>
      {inbox.isPending || !reports ? (
        <Loading />
      ) : (
        <p role="status" className={all.length === 0 ? '' : 'mb-3 flex flex-wrap items-center gap-2 text-solid-gray-700'}>
          {all.length === 0 ? t('nothing') : t('nowCount', { count: live, shown: counted(live, more) })}
          {drills > 0 ? (
            <>
              <DrillMark /> {t('nowCount', { count: drills, shown: counted(drills, more) })}
            </>
          ) : null}
        </p>
      )}
      <ul className="flex flex-col gap-3">
        {confirmations.slice(0, shown).map(item => (
          <Item
            key={item.id + item.mailbox}
            what={t('confirm')}
            marks={
              <>
                {item.drill ? <DrillBand /> : null}
                <Tlp level={item.tlp} />
                {item.state === 'recalled' ? <Mark className="border-red-1000 bg-red-1000 text-white">{ti('state.recalled')}</Mark> : null}
                <Urgent code={item.urgency} />
                <Severity code={item.severity} />
              </>
            }
            at={item.issuedAt}
            due={item.due}
          >
            <Link to="/advisories/$id" params={{ id: item.id }} className="link">
              {item.title ?? ti('untitled')}
            </Link>
          </Item>
        ))}
        {toApprove.slice(0, shown).map(report => (
          <Item key={report.id} what={t('approve')} marks={<ReportMarks report={report} />} at={report.submittedAt}>
            <Link to="/reports/$id/approval" params={{ id: report.id }} className="link">
              {titleOf(report.id, report.number)}
            </Link>
          </Item>
        ))}
        {questions.map(({ report, count: number }) => (
          <Item key={report.id} what={t('answer', { count: number })} marks={<ReportMarks report={report} />} at={report.submittedAt}>
            <Link to="/reports/$id" params={{ id: report.id }} className="link">
              {titleOf(report.id, report.number)}
            </Link>
          </Item>
        ))}
        {open.map(change => (
          <Item
            key={change.id}
            what={t('consent')}
            marks={
              <>
                {change.drill ? <DrillBand /> : null}
                <Tlp level={change.fromCeiling} />
              </>
            }
            at={change.askedAt}
          >
            <Link to="/reports/$id" params={{ id: change.reportId }} className="link">
              {titleOf(change.reportId, `TLP:${change.fromCeiling} → TLP:${change.toCeiling}`)}
            </Link>
          </Item>
        ))}
        {behalf.map(view => (
          <Item
            key={`behalf-${view.id}`}
            what={t('confirmBehalf')}
            marks={
              <>
                {view.drill ? <DrillBand /> : null}
                <Tlp level={view.original ?? view.requestedTlp} />
              </>
            }
            at={view.submittedAt}
          >
            <Link to="/reports/$id" params={{ id: view.id }} className="link">
              {view.report?.title ?? view.number}
            </Link>
          </Item>
        ))}
      </ul>
      {toApprove.length > shown ? (
        <p>
          <Link to="/reports" search={{ show: 'toApprove' }} className="link mt-3 inline-block py-2">
            {t('moreToApprove', { count: toApprove.length - shown })}
          </Link>
        </p>
      ) : null}
      {confirmations.length > shown ? (
        <Link to="/inbox" search={{ show: 'toConfirm' }} className="link mt-3 inline-block py-2">
          {t('more', { count: confirmations.length - shown })}
        </Link>
      ) : null}
    </Card>
  );
}

function ReportMarks({ report }: { report: ReportItem }) {
  return (
    <>
      {report.drill ? <DrillBand /> : null}
      <Tlp level={report.ceiling ?? report.requestedTlp} />
    </>
  );
}

function Item({
  what,
  marks,
  at,
  due = null,
  children,
}: {
  what: string;
  marks: ReactNode;
  at: string;
  due?: string | null;
  children: ReactNode;
}) {
  const t = useTexts(texts);
  return (
    <li className="rounded-xl border border-s-8 border-blue-900 bg-white p-4">
      <div className="mb-2 flex flex-wrap items-center gap-2">{marks}</div>
      <h3 className="text-lg">{children}</h3>
      <p className="flex flex-wrap gap-x-4">
        <strong>{what}</strong>
        {due ? (
          <strong className="text-red-1000">
            {t('due')}: <Time at={due} />
          </strong>
        ) : null}
        <span className="text-sm text-solid-gray-700">
          <Time at={at} />
        </span>
      </p>
    </li>
  );
}
