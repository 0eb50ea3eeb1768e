import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { atMost } from '@/app/all';
import { useLanguage, useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { LinkButton } from '@/app/ui/LinkButton';
import { ListEnd } from '@/app/ui/ListEnd';
import { DrillBand, Severity, Urgent } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Time } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { ChangeLabelsOnWish } from '@/reports/ChangeLabels';
import { labelQuery, labelsQuery } from '@/triage/triage';
import { texts } from './texts';

type Report = Schemas['ListReportsItem'];
type Label = Schemas['ListLabelsItem'];

const route = getRouteApi('/frame/passage');
const newest = 100;
const often = 60_000;

/** What goes up through a ministry: the reports that it is shown, their labels, and the changes that wait. */
export function PassagePage() {
  const t = useTexts(texts);
  const navigate = route.useNavigate();
  const limit = route.useSearch().all ? atMost : newest;
  const reports = useQuery({
    queryKey: ['reports', 'passage', limit],
    queryFn: ({ signal }) => answer(api.GET('/api/reports', { params: { query: { limit } }, signal })),
    refetchInterval: often,
    placeholderData: keepPreviousData,
  });
  const labels = useQuery({ ...labelsQuery(), refetchInterval: often });
  const labelOf = new Map((labels.data?.items ?? []).map(label => [label.reportId, label]));
  return (
    <Page title={t('title')}>
      <p className="mb-4">
        {t('what')} {t('refresh')}
      </p>
      <Answered query={reports}>
        {({ items }) => (
          <>
            {items.length === 0 ? <p className="card">{t('none')}</p> : null}
            <ul className="mb-6 flex flex-col gap-3">
              {items.map(report => (
                <Row key={report.id} report={report} label={labelOf.get(report.id)} />
              ))}
            </ul>
            <ListEnd
              count={items.length}
              limit={limit}
              onMore={() => void navigate({ search: { all: true }, replace: true, resetScroll: false })}
            />
          </>
        )}
      </Answered>
      <div className="flex flex-col gap-4">
        <Changes />
        <Card title={t('down')}>
          <p className="mb-3">{t('downWhat')}</p>
          <div className="flex flex-wrap gap-3">
            <LinkButton to="/relay">{t('toRelay')}</LinkButton>
            <LinkButton to="/relay/rules" look="secondary">
              {t('rules')}
            </LinkButton>
          </div>
        </Card>
      </div>
    </Page>
  );
}

function Row({ report, label }: { report: Report; label: Label | undefined }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const status = (Object.keys(texts.ja.statuses) as (keyof (typeof texts)['ja']['statuses'])[]).find(s => s === report.status);
  const flash = (Object.keys(texts.ja.flashes) as (keyof (typeof texts)['ja']['flashes'])[]).find(s => s === report.flash.state);
  return (
    <li className="rounded-xl border border-solid-gray-420 bg-white p-4">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        {report.drill ? <DrillBand /> : null}
        <Tlp level={label?.original ?? report.requestedTlp} />
        <Urgent code={label?.urgency} />
        <Severity code={label?.severity} />
      </div>
      <h2 className="text-lg">{report.number}</h2>
      <dl className="my-2 grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-[14rem_minmax(0,1fr)]">
        <dt className="font-bold">{t('received')}</dt>
        <dd>
          <Time at={report.submittedAt} />
        </dd>
        <dt className="font-bold">{t('status')}</dt>
        <dd>{status ? t(`statuses.${status}`) : report.status}</dd>
        <dt className="font-bold">{t('flash')}</dt>
        <dd>{flash ? t(`flashes.${flash}`) : report.flash.state}</dd>
        <dt className="font-bold">{t('requested')}</dt>
        <dd>
          <Tlp level={report.requestedTlp} />
        </dd>
        <dt className="font-bold">{t('ceiling')}</dt>
        <dd>{report.ceiling ? <Tlp level={report.ceiling} /> : t('undecided')}</dd>
      </dl>
      <div className="flex flex-wrap gap-3">
        <Button look="secondary" aria-expanded={open} aria-label={t('readOf', { number: report.number })} onPress={() => setOpen(!open)}>
          {open ? t('close') : t('read')}
        </Button>
        {report.flash.advisoryId ? (
          <LinkButton to="/advisories/$id" params={{ id: report.flash.advisoryId }} look="quiet">
            {t('openAdvisory')}
          </LinkButton>
        ) : null}
      </div>
      {open ? <Original id={report.id} /> : null}
    </li>
  );
}

function Original({ id }: { id: string }) {
  const t = useTexts(texts);
  const query = useQuery({
    queryKey: ['report', id],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/{id}', { params: { path: { id } }, signal })),
  });
  const label = useQuery({ ...labelQuery(id), retry: false });
  return (
    <div className="mt-3 rounded-lg bg-solid-gray-50 p-4">
      <Answered query={query}>
        {({ report, original }) => (
          <>
            <p className="mb-2">
              {t('original')}: {original ? <Tlp level={original} explained /> : t('undecided')}
            </p>
            {report ? (
              <>
                <h3 className="text-lg">{report.title}</h3>
                <p className="whitespace-pre-line">{report.body}</p>
              </>
            ) : null}
            {label.data ? <ChangeLabelsOnWish label={label.data} /> : null}
          </>
        )}
      </Answered>
    </div>
  );
}

function Changes() {
  const t = useTexts(texts);
  const language = useLanguage();
  const query = useQuery({
    queryKey: ['label-changes'],
    queryFn: ({ signal }) => answer(api.GET('/api/label-changes', { signal })),
    refetchInterval: often,
  });
  return (
    <Card title={t('changes')}>
      <p className="mb-3 text-sm text-solid-gray-700">{t('changesWhat')}</p>
      <Answered query={query}>
        {({ items }) => (
          <>
            {items.length === 0 ? <p>{t('changesNone')}</p> : null}
            <ul>
              {items.map(change => (
                <li key={change.id} className="border-t border-solid-gray-300 py-3">
                  <p className="flex flex-wrap items-center gap-2">
                    <span>{t('original')}</span>
                    <Tlp level={change.fromOriginal} /> → <Tlp level={change.toOriginal} />
                  </p>
                  <p className="flex flex-wrap items-center gap-2">
                    <span>{t('ceiling')}</span>
                    <Tlp level={change.fromCeiling} /> → <Tlp level={change.toCeiling} />
                  </p>
                  <p>
                    {t('reason')}: {change.reason}
                  </p>
                  {change.effects.map(effect => (
                    <p key={effect.what}>
                      {effect[language]}（{t('effect', { count: effect.organisations })}）
                    </p>
                  ))}
                  <p className="text-sm text-solid-gray-700">
                    {t('asked')}: <Time at={change.askedAt} />・{t(change.consentedAt === null ? 'waits.consent' : 'waits.second')}
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Card>
  );
}
