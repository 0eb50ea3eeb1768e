import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { api } from '@/api/client';
import { useCodes, useKindName } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { LinkButton } from '@/app/ui/LinkButton';
import { DrillBand, Mark, Severity, Urgent } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { SaveFile } from '@/app/ui/SaveFile';
import { Time } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { grainedTime } from '@/app/ui/time';
import { inboxKey } from '@/inbox/inbox';
import { Attachments } from './Attachments';
import { type Advisory, advisoryQuery } from './advisory';
import { Indicators } from './Indicators';
import { isCve } from './indicators';
import { Notes } from './Notes';
import { Questions } from './Questions';
import { Response } from './Response';
import { texts } from './texts';

const route = getRouteApi('/frame/advisories/$id');

/** One advisory: its level first, then what it says in plain words, what to do, and the rest. */
export function AdvisoryPage() {
  const { id } = route.useParams();
  const query = useQuery(advisoryQuery(id));
  return <Answered query={query}>{advisory => <Shown key={advisory.id} advisory={advisory} />}</Answered>;
}

function Shown({ advisory }: { advisory: Advisory }) {
  const t = useTexts(texts);
  const me = useMe();
  useOpened(advisory);
  const recalled = advisory.state === 'recalled';
  return (
    <Page
      title={advisory.title ?? advisory.number ?? ''}
      above={<Level advisory={advisory} />}
      aside={
        <div className="not-printed flex flex-wrap gap-3">
          {has(me, 'secretariat', 'liaison', 'analyst', 'approver') ? (
            <LinkButton to="/advisories/$id/reach" params={{ id: advisory.id }} look="secondary">
              {t('reach')}
            </LinkButton>
          ) : null}
          <Button look="secondary" onPress={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      }
    >
      <p className="mb-4 flex flex-wrap gap-x-4 text-solid-gray-700">
        <span>{advisory.number ? t('number', { number: advisory.number, version: advisory.version }) : t('notReleased')}</span>
        <span>
          {t('issued')}: <Time at={advisory.issuedAt} />
        </span>
        {advisory.issuer ? (
          <span>
            {t('issuer')}: {advisory.issuer}
          </span>
        ) : null}
        {advisory.reports > 0 ? <span>{t('fromReports', { count: advisory.reports })}</span> : null}
      </p>
      {recalled ? (
        <section role="alert" className="mb-4 rounded-xl border-4 border-red-900 bg-white p-4">
          <p className="text-lg font-bold text-red-1000">{t('recalled')}</p>
          {advisory.recallReason ? (
            <p>
              {t('recallReason')}: {advisory.recallReason}
            </p>
          ) : null}
        </section>
      ) : null}
      {advisory.state === 'expired' ? <p className="card mb-4 font-bold">{t('expired')}</p> : null}
      <div className="flex flex-col gap-4">
        {advisory.summary ? (
          <Card title={t('summary')}>
            <p className="text-lg whitespace-pre-line">{advisory.summary}</p>
          </Card>
        ) : null}
        {recalled ? null : <ToDo advisory={advisory} />}
        {advisory.myReceipt ? <Response advisory={advisory} /> : null}
        {advisory.notes.length > 0 ? (
          <Card title={t('notes')}>
            <Notes notes={advisory.notes} />
          </Card>
        ) : null}
        <Indicators advisory={advisory} />
        <Body advisory={advisory} />
        <Attachments advisoryId={advisory.id} files={advisory.attachments} />
        <Facts advisory={advisory} />
        <Questions advisory={advisory} />
        {advisory.number ? <Signature advisory={advisory} /> : null}
      </div>
    </Page>
  );
}

/** Level, handling marks and what else must never be out of sight while one reads. */
function Level({ advisory }: { advisory: Advisory }) {
  const t = useTexts(texts);
  const name = useCodes();
  return (
    <div className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-2 border-b border-solid-gray-420 bg-solid-gray-50 py-2">
      {advisory.drill ? <DrillBand /> : null}
      <Tlp level={advisory.tlp} explained />
      <Urgent code={advisory.urgency} />
      <Severity code={advisory.severity} />
      {advisory.handling.map(code => (
        <Mark key={code} className="border-black bg-white text-black">
          {t('handling')}: {name('handlingRestrictions', code)}
        </Mark>
      ))}
    </div>
  );
}

function ToDo({ advisory }: { advisory: Advisory }) {
  const t = useTexts(texts);
  return (
    <Card title={t('whatToDo')}>
      <p className="text-lg whitespace-pre-line">{advisory.requiredAction ?? t('nothingToDo')}</p>
      {advisory.due ? (
        <p className="mt-2 font-bold">
          {t('due')}: <Time at={advisory.due} />
        </p>
      ) : null}
    </Card>
  );
}

function Body({ advisory }: { advisory: Advisory }) {
  const t = useTexts(texts);
  if (!advisory.body) return null;
  return (
    <Card title={t('body')}>
      {advisory.bodyHtml ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made from Markdown by the hub, which lets through neither script nor anything that loads
        <div className="written" dangerouslySetInnerHTML={{ __html: advisory.bodyHtml }} />
      ) : (
        <p className="whitespace-pre-line">{advisory.body}</p>
      )}
      {advisory.lessons ? (
        <>
          <h3 className="mt-4 text-lg">{t('lessons')}</h3>
          <p className="whitespace-pre-line">{advisory.lessons}</p>
        </>
      ) : null}
    </Card>
  );
}

function Facts({ advisory }: { advisory: Advisory }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const name = useCodes();
  const kindName = useKindName();
  const links = advisory.references.filter(reference => !isCve(reference));
  const facts: [string, ReactNode][] = [
    [t('addressee'), advisory.addressee],
    [t('kind'), advisory.kind && kindName(advisory.kind)],
    [t('sector'), advisory.sector && name('sectors', advisory.sector)],
    [t('region'), advisory.region && name('regions', advisory.region)],
    [t('size'), advisory.size && name('organisationSizes', advisory.size)],
    [t('events'), advisory.events.map(code => name('events', code)).join('・')],
    [t('causes'), advisory.causes.map(code => name('causes', code)).join('・')],
    [t('serviceImpact'), advisory.serviceImpact && name('serviceImpacts', advisory.serviceImpact)],
    [t('detected'), advisory.detectedHour && grainedTime(new Date(advisory.detectedHour), advisory.detectedGrain, language)],
    [t('purpose'), advisory.purpose && name('purposes', advisory.purpose)],
    [t('origin'), advisory.origin && name('origins', advisory.origin)],
    [t('expires'), advisory.expiresAt && <Time at={advisory.expiresAt} />],
    ['CVSS', advisory.vulnerabilities.map(v => `${v.cve}: ${v.cvssScore ?? ''} (${v.cvssVector})`).join(', ')],
  ];
  const said = facts.filter(([, value]) => value);
  if (said.length === 0 && links.length === 0) return null;
  return (
    <Card title={t('facts')}>
      <dl className="grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
        {said.map(([title, value]) => (
          <div key={title} className="contents">
            <dt className="font-bold">{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {links.length > 0 ? (
        <>
          <h3 className="mt-4 text-lg">{t('references')}</h3>
          <ul className="list-disc ps-6">
            {links.map(link => (
              <li key={link}>
                {/^https?:\/\//.test(link) ? (
                  <a href={link} className="link" rel="noreferrer noopener" target="_blank">
                    {link}
                  </a>
                ) : (
                  link
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  );
}

function Signature({ advisory }: { advisory: Advisory }) {
  const t = useTexts(texts);
  return (
    <div className="not-printed flex flex-wrap items-center gap-x-4">
      <SaveFile
        look="quiet"
        path={`/api/advisories/${advisory.id}/signature`}
        accept="application/json"
        name={`${advisory.number}-v${advisory.version}.signature.json`}
        label={t('signature')}
      />
      <span className="text-sm text-solid-gray-700">
        {t('signatureWhat')}{' '}
        <a className="link" href="/verify">
          {t('verify')}
        </a>
      </span>
    </div>
  );
}

/** Tells the hub that somebody opened it, once. */
function useOpened(advisory: Advisory): void {
  const queries = useQueryClient();
  const { id, version } = advisory;
  const unopened = ['queued', 'pushed', 'delivered'].includes(advisory.myReceipt?.state ?? '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version is opened for itself
  useEffect(() => {
    if (!unopened) return;
    void api.POST('/api/advisories/{id}/receipts', { params: { path: { id } }, body: { state: 'opened', comment: null } }).then(
      () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: inboxKey }),
          queries.invalidateQueries({ queryKey: ['advisory', id], exact: true }),
        ]),
      // it is said again when somebody comes back
      () => undefined,
    );
  }, [id, version, unopened, queries]);
}
