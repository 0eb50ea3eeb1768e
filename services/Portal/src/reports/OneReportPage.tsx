import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { answer, api } from '@/api/client';
import { useWrite } from '@/api/write';
import { useCodes } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Dialogue } from '@/app/ui/Dialogue';
import { LinkButton } from '@/app/ui/LinkButton';
import { DrillBand, Mark, Severity, Urgent } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Time, useNow } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { japanTime } from '@/app/ui/time';
import { groupsQuery } from '@/groups/groups';
import { nameOf } from '@/report/audience';
import { Attachments } from './Attachments';
import { Consents } from './Consents';
import { Labels } from './Labels';
import { QuestionsToMe } from './QuestionsToMe';
import { type ReportView, reportKey, reportsKey, watchedReportQuery } from './reports';
import { Steps } from './Steps';
import { statusOf } from './state';
import { texts } from './texts';

const route = getRouteApi('/frame/reports/$id');

/** One report of this organisation: where it stands, what is to be done, what it led to; printed, it is the sheet for the file. */
export function OneReportPage() {
  const { id } = route.useParams();
  const query = useQuery(watchedReportQuery(id));
  return <Answered query={query}>{view => <Shown key={view.id} view={view} />}</Answered>;
}

function Shown({ view }: { view: ReportView }) {
  const t = useTexts(texts);
  const name = useCodes();
  const me = useMe();
  const language = useLanguage();
  const now = useNow();
  const status = statusOf(view.status);
  const withdrawn = status === 'withdrawn';
  const operator = has(me, 'operator');
  const mayAdd = !withdrawn && (operator || (has(me, 'secretariat', 'analyst') && view.onBehalf?.confirmedAt === null));
  return (
    <Page
      title={view.report?.title ?? view.number}
      above={
        <div className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-2 border-b border-solid-gray-420 bg-solid-gray-50 py-2">
          {view.drill ? <DrillBand /> : null}
          <Tlp level={view.original ?? view.requestedTlp} explained />
          <Urgent code={view.urgency} />
          <Severity code={view.severity} />
          {view.handling.map(code => (
            <Mark key={code} className="border-black bg-white text-black">
              {t('handling')}: {name('handlingRestrictions', code)}
            </Mark>
          ))}
        </div>
      }
      aside={
        <Button look="secondary" className="not-printed" onPress={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <p className="mb-4 flex flex-wrap gap-x-4 text-solid-gray-700">
        <span>{view.number}</span>
        <span>{t('version', { version: view.version })}</span>
        <span>
          {t('submitted')}: <Time at={view.submittedAt} />
        </span>
        <span className="hidden print:inline">
          {t('printed')}: {japanTime(now, language, now)} {me.organisation.name}
        </span>
      </p>
      <div className="flex flex-col gap-4">
        <Card title={t('steps')}>
          <Steps status={view.status} />
          <p role="status" className="mt-4 text-lg">
            {t(`statusWhat.${status}`)}
          </p>
          {withdrawn ? null : <Flash view={view} />}
          {status === 'awaitingApproval' && operator ? (
            <LinkButton className="not-printed mt-4 min-h-14 text-lg" to="/reports/$id/approval" params={{ id: view.id }}>
              {t('approve')}
            </LinkButton>
          ) : null}
          {view.notices.length > 0 ? (
            <>
              <h3 className="mt-4 font-bold">{t('notices')}</h3>
              <ul className="list-disc ps-6">
                {view.notices.map(notice => (
                  <li key={notice.code + notice.en}>{notice[language]}</li>
                ))}
              </ul>
            </>
          ) : null}
        </Card>
        {view.onBehalf ? <OnBehalf view={view} mayConfirm={operator && !withdrawn} /> : null}
        <Consents reportId={view.id} mayDecide={operator} />
        {operator && !withdrawn ? <QuestionsToMe reportId={view.id} /> : null}
        {withdrawn ? null : <Outcome view={view} />}
        {withdrawn ? null : <Labels view={view} mayChange={operator} />}
        {view.identityOpenings.length > 0 ? <Openings view={view} /> : null}
        {view.report ? <Content file={view.report} /> : null}
        {withdrawn ? null : <Attachments reportId={view.id} mayAdd={mayAdd} />}
        {mayAdd ? (
          <Card title={t('another')} className="not-printed">
            <div className="flex flex-wrap items-center gap-3">
              <LinkButton look="secondary" to="/reports/new" search={{ follows: view.id }}>
                {t('followUp')}
              </LinkButton>
              {operator ? <Withdraw view={view} /> : null}
            </div>
          </Card>
        ) : null}
      </div>
    </Page>
  );
}

function Flash({ view }: { view: ReportView }) {
  const t = useTexts(texts);
  const state = (['none', 'held', 'released', 'blocked'] as const).find(s => s === view.flash.state) ?? 'none';
  return (
    <p className="mt-2">
      <strong>{t('flash')}</strong>: {t(`flashState.${state}`)}{' '}
      {view.flash.advisoryId ? (
        <Link className="link not-printed" to="/advisories/$id" params={{ id: view.flash.advisoryId }}>
          {t('seeAdvisory')}
        </Link>
      ) : null}
    </p>
  );
}

function OnBehalf({ view, mayConfirm }: { view: ReportView; mayConfirm: boolean }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const confirm = useWrite(
    (_: null, keyed) => answer(api.POST('/api/reports/{id}/confirmation', { params: { path: { id: view.id } }, ...keyed })),
    { onDone: () => queries.invalidateQueries({ queryKey: reportKey(view.id) }) },
  );
  const { onBehalf } = view;
  if (!onBehalf) return null;
  const means = onBehalf.means in texts.ja.means ? t(`means.${onBehalf.means as keyof (typeof texts)['ja']['means']}`) : onBehalf.means;
  return (
    <Card title={t('onBehalf')}>
      <p>{t('onBehalfWhat', { means })}</p>
      {onBehalf.confirmedAt ? (
        <p className="font-bold">
          ✓ {t('onBehalfConfirmed')} <Time at={onBehalf.confirmedAt} />
        </p>
      ) : mayConfirm ? (
        <div className="not-printed">
          <p className="mb-3">{t('onBehalfConfirm')}</p>
          {confirm.error ? <ProblemNotice problem={confirm.error} /> : null}
          <Button look="secondary" isPending={confirm.isPending} onPress={() => confirm.send(null)}>
            {t('confirm')}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function Outcome({ view }: { view: ReportView }) {
  const t = useTexts(texts);
  const { firstRead } = view;
  const by =
    firstRead && firstRead.by in texts.ja.firstReadBy ? t(`firstReadBy.${firstRead.by as keyof (typeof texts)['ja']['firstReadBy']}`) : '';
  return (
    <Card title={t('outcome')}>
      <p className={view.outcome ? 'text-lg' : ''}>{view.outcome?.sentence ?? t('outcomeNone')}</p>
      <p className="mt-2">
        {firstRead ? (
          <>
            {t('firstRead')}: <Time at={firstRead.at} /> {by || firstRead.by}
          </>
        ) : view.report?.sourceVisibility === 'hidden' ? (
          t('firstReadHidden')
        ) : (
          t('firstReadNone')
        )}
      </p>
    </Card>
  );
}

function Openings({ view }: { view: ReportView }) {
  const t = useTexts(texts);
  const language = useLanguage();
  return (
    <Card title={t('openings')}>
      <p className="mb-2">{t('openingsWhat')}</p>
      <ul className="flex flex-col gap-3">
        {view.identityOpenings.map(opening => (
          <li key={opening.askedAt} className="border-s-4 border-orange-600 ps-4">
            <p>
              <Time at={opening.askedAt} /> {opening.notice?.[language]}
            </p>
            {opening.reason ? (
              <p>
                {t('openingReason')}: {opening.reason}
              </p>
            ) : null}
            {opening.openUntil ? (
              <p>
                {t('openingUntil')}: <Time at={opening.openUntil} />
              </p>
            ) : null}
            {opening.lookedAt.map(at => (
              <p key={at}>
                {t('openingLooked')}: <Time at={at} />
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Content({ file }: { file: NonNullable<ReportView['report']> }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const name = useCodes();
  const groups = useQuery(groupsQuery);
  const unknown = t('unknown');
  const readers = file.sourceVisibility in texts.ja.readers ? (file.sourceVisibility as keyof (typeof texts)['ja']['readers']) : 'hidden';
  const audience = file.audience.map(id => groups.data?.find(group => group.id === id)).filter(group => group !== undefined);
  const codes = (list: 'events' | 'causes', of: readonly string[] | undefined) =>
    of && of.length > 0 ? of.map(code => name(list, code)).join('・') : unknown;
  const moment = (at: string | null | undefined) => (at ? <Time at={at} /> : unknown);
  const facts: [string, ReactNode][] = [
    [t('kind'), name('kinds', file.kind)],
    [t('stage'), file.stage ? name('stages', file.stage) : unknown],
    [t('events'), codes('events', file.events)],
    [t('causes'), codes('causes', file.causes)],
    [t('detectedAt'), moment(file.detectedAt)],
    [t('occurredAt'), moment(file.occurredAt)],
    [t('serviceImpact'), name('serviceImpacts', file.serviceImpact ?? 'unknown')],
    [t('severity'), name('severities', file.severity ?? 'unknown')],
    [t('urgency'), name('urgencies', file.urgency ?? 'normal')],
    [t('audience'), audience.map(group => nameOf(group, language)).join('、')],
    [t('releaseMode'), name('releaseModes', file.releaseMode)],
    [t('onward'), file.onwardConsent?.length ? file.onwardConsent.map(code => name('onwardPartners', code)).join('・') : t('onwardNone')],
  ];
  return (
    <Card title={t('content')}>
      <p className="mb-4 text-sm text-solid-gray-700">{t('contentWho', { readers: t(`readers.${readers}`) })}</p>
      {file.plainSummary ? (
        <>
          <h3 className="font-bold">{t('summary')}</h3>
          <p className="mb-4 whitespace-pre-line">{file.plainSummary}</p>
        </>
      ) : null}
      <p className="whitespace-pre-line">{file.body}</p>
      {file.indicators?.length ? (
        <>
          <h3 className="mt-4 font-bold">{t('indicators')}</h3>
          <ul className="list-disc ps-6">
            {file.indicators.map(indicator => (
              <li key={indicator.type + indicator.value}>
                {name('indicatorTypes', indicator.type)}: <code>{indicator.value}</code>（
                {name('indicatorRoles', indicator.role ?? 'unknown')}）
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h3 className="mt-6 mb-2 font-bold">{t('facts')}</h3>
      <dl className="grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-[11rem_minmax(0,1fr)]">
        {facts.map(([title, value]) => (
          <div key={title} className="contents">
            <dt className="font-bold">{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Withdraw({ view }: { view: ReportView }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const withdraw = useWrite(
    (_: null, keyed) => answer(api.POST('/api/reports/{id}/withdrawal', { params: { path: { id: view.id } }, ...keyed })),
    {
      onDone: async () => {
        setAsked(false);
        await Promise.all([
          queries.invalidateQueries({ queryKey: reportKey(view.id) }),
          queries.invalidateQueries({ queryKey: reportsKey }),
        ]);
      },
    },
  );
  return (
    <>
      <Button look="quiet" onPress={() => setAsked(true)}>
        {t('withdraw')}
      </Button>
      <Dialogue title={t('withdraw')} isOpen={asked} onClose={() => setAsked(false)}>
        {withdraw.error ? <ProblemNotice problem={withdraw.error} /> : null}
        <p className="mb-2 font-bold">{t('withdrawWhat')}</p>
        <ul className="mb-6 list-disc ps-6">
          <li>{t('withdraw1')}</li>
          <li>{t('withdraw2')}</li>
          <li>{t('withdraw3')}</li>
        </ul>
        <div className="flex flex-wrap gap-3">
          <Button look="danger" isPending={withdraw.isPending} onPress={() => withdraw.send(null)}>
            {t('withdrawGo')}
          </Button>
          <Button look="secondary" onPress={() => setAsked(false)}>
            {t('keep')}
          </Button>
        </div>
      </Dialogue>
    </>
  );
}
