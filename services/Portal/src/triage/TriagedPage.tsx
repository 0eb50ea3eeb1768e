import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { taxonomy } from '@/api/taxonomy';
import { useWrite } from '@/api/write';
import { useCodes } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { HubForm } from '@/app/ui/HubForm';
import { LinkButton } from '@/app/ui/LinkButton';
import { DrillBand, Mark, Severity, Urgent } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Pick } from '@/app/ui/Pick';
import { Time } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { ChangeLabels } from '@/reports/ChangeLabels';
import { texts as changeTexts } from '@/reports/changeTexts';
import { useLabelDecision } from '@/reports/useLabelDecision';
import { Identity } from './Identity';
import type { Label } from './rules';
import { texts } from './texts';
import { type LabelChange, labelQuery, labelsKey, labelsQuery } from './triage';

const route = getRouteApi('/frame/triage/$id');

/** One report as the centre sees it: its labels and weight with the reasons, what may be changed of them, and how to learn who reported. */
export function TriagedPage() {
  const { id } = route.useParams();
  const query = useQuery(labelQuery(id));
  return <Answered query={query}>{label => <Shown key={id} label={label} />}</Answered>;
}

function Shown({ label }: { label: Label }) {
  const t = useTexts(texts);
  const tc = useTexts(changeTexts);
  const me = useMe();
  const { data: list } = useQuery(labelsQuery());
  const number = list?.items.find(item => item.reportId === label.reportId)?.number ?? '';
  const [said, setSaid] = useState('');
  const analyst = has(me, 'analyst');
  return (
    <Page
      title={t('pageTitle', { number })}
      above={
        <div className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-solid-gray-420 bg-solid-gray-50 py-2">
          {label.drill ? <DrillBand /> : null}
          <span>
            {t('original')}: <Tlp level={label.original} />
          </span>
          <span>
            {t('ceiling')}: <Tlp level={label.ceiling} />
          </span>
          <Urgent code={label.triage?.urgency} />
          <Severity code={label.triage?.severity} />
          {label.drillMarked && !label.drill ? (
            <Mark className="border-dashed border-black bg-yellow-300 text-black">{t('drillMarked')}</Mark>
          ) : null}
        </div>
      }
      aside={
        <LinkButton to="/triage" look="secondary">
          {t('back')}
        </LinkButton>
      }
    >
      <p role="status" className={said ? 'mb-4 rounded-lg border-2 border-green-900 bg-white p-4 font-bold' : ''}>
        {said ? `✓ ${said}` : ''}
      </p>
      <div className="flex flex-col gap-6">
        <Weight label={label} mayChange={analyst} onSaid={setSaid} />
        <Labels label={label} />
        <Changes label={label} onSaid={setSaid} />
        {analyst ? (
          <Card title={tc('change')}>
            <ChangeLabels label={label} onSaid={setSaid} />
          </Card>
        ) : null}
        <Original id={label.reportId} />
        <Identity reportId={label.reportId} onSaid={setSaid} />
      </div>
    </Page>
  );
}

export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card">
      <h2 className="mb-3 text-xl">{title}</h2>
      {children}
    </section>
  );
}

function Labels({ label }: { label: Label }) {
  const t = useTexts(texts);
  const name = useCodes();
  const language = useLanguage();
  const rows = [
    [t('original'), label.original, t('originalWhat')],
    [t('ceiling'), label.ceiling, t('ceilingWhat')],
    [t('requested'), label.requestedTlp, ''],
  ] as const;
  return (
    <Card title={t('labels')}>
      <dl className="mb-4 grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
        {rows.map(([title, level, what]) => (
          <div key={title} className="contents">
            <dt className="font-bold">{title}</dt>
            <dd>
              <Tlp level={level} /> <span className="text-sm text-solid-gray-700">{what}</span>
            </dd>
          </div>
        ))}
      </dl>
      {label.handling.length > 0 ? (
        <p className="mb-4 flex flex-wrap gap-2">
          {label.handling.map(code => (
            <Mark key={code}>{name('handlingRestrictions', code)}</Mark>
          ))}
        </p>
      ) : null}
      <h3 className="mb-2 text-lg">{t('reasons')}</h3>
      {label.reasons.length === 0 ? <p>{t('reasonsNone')}</p> : null}
      <ul className="flex flex-col gap-2">
        {label.reasons.map(reason => (
          <li key={`${reason.policy} ${reason.rule} ${reason.tlp} ${reason.raises}`} className="border-s-4 border-solid-gray-300 ps-3">
            <p>{reason[language]}</p>
            <p className="flex flex-wrap items-center gap-x-3 text-sm text-solid-gray-700">
              <Tlp level={reason.tlp} />
              <span>{t(`raises.${reason.raises in texts.ja.raises ? (reason.raises as 'both') : 'none'}`)}</span>
              {reason.found.length > 0 ? <span>{t('places', { count: reason.found.length })}</span> : null}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Weight({ label, mayChange, onSaid }: { label: Label; mayChange: boolean; onSaid: (said: string) => void }) {
  const t = useTexts(texts);
  const name = useCodes();
  const language = useLanguage();
  const queries = useQueryClient();
  const { triage } = label;
  const [severity, setSeverity] = useState(triage?.severity ?? '');
  const [urgency, setUrgency] = useState(triage?.urgency ?? 'normal');
  const set = useWrite(
    (body: Schemas['SetTriageCommand'], keyed) =>
      answer(api.PUT('/api/reports/{id}/triage', { params: { path: { id: label.reportId } }, body, ...keyed })),
    {
      onDone: () => {
        onSaid(t('setDone'));
        return queries.invalidateQueries({ queryKey: labelsKey });
      },
    },
  );
  return (
    <Card title={t('triage')}>
      {triage ? (
        <>
          <dl className="mb-4 grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
            <dt className="font-bold">{t('now')}</dt>
            <dd className="flex flex-wrap items-center gap-2">
              <Urgent code={triage.urgency} />
              <Severity code={triage.severity} />
              <span className="text-sm text-solid-gray-700">{triage.byPerson ? t('byPerson') : t('byRule')}</span>
            </dd>
            <dt className="font-bold">{t('proposed')}</dt>
            <dd>
              {name('severities', triage.proposedSeverity)}・{name('urgencies', triage.proposedUrgency)}
            </dd>
          </dl>
          <h3 className="mb-2 text-lg">{t('why')}</h3>
          <ul className="mb-4 list-disc ps-6">
            {triage.reasons.map(reason => (
              <li key={reason.rule}>
                {reason[language]}{' '}
                <span className="text-sm text-solid-gray-700">
                  （{name('severities', reason.severity)}・{name('urgencies', reason.urgency)}）
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {mayChange ? (
        <HubForm problem={set.error} onSubmit={() => set.send({ severity: severity || null, urgency })}>
          <h3 className="-mb-4 text-lg">{t('setTriage')}</h3>
          <p className="text-sm text-solid-gray-700">{t('setTriageWhat')}</p>
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-3 sm:items-end">
            <Pick
              label={t('severity')}
              name="severity"
              value={severity}
              onChange={setSeverity}
              options={Object.keys(taxonomy.severities)
                .filter(value => value !== 'unknown' || severity === 'unknown')
                .map(value => ({ value, label: name('severities', value) }))}
            />
            <Pick
              label={t('urgency')}
              name="urgency"
              value={urgency}
              onChange={setUrgency}
              options={Object.keys(taxonomy.urgencies).map(value => ({ value, label: name('urgencies', value) }))}
            />
            <Button
              type="submit"
              look="secondary"
              isPending={set.isPending}
              isDisabled={severity === triage?.severity && urgency === triage.urgency}
            >
              {t('set')}
            </Button>
          </div>
        </HubForm>
      ) : null}
    </Card>
  );
}

function Changes({ label, onSaid }: { label: Label; onSaid: (said: string) => void }) {
  const t = useTexts(texts);
  return (
    <Card title={t('changes')}>
      {label.changes.length === 0 ? <p>{t('changesNone')}</p> : null}
      <ul className="flex flex-col gap-4">
        {label.changes.map(change => (
          <li
            key={change.id}
            className={`ps-4 ${change.state === 'awaiting' ? 'border-s-8 border-orange-1000' : 'border-s-4 border-solid-gray-300'}`}
          >
            <Change change={change} onSaid={onSaid} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Change({ change, onSaid }: { change: LabelChange; onSaid: (said: string) => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const queries = useQueryClient();
  const decide = useLabelDecision(change, decision => {
    onSaid(decision === 'agree' ? t('agreed') : t('refused'));
    return queries.invalidateQueries({ queryKey: labelsKey });
  });
  const awaits = change.state === 'awaiting';
  const moved = [
    [t('original'), change.fromOriginal, change.toOriginal],
    [t('ceiling'), change.fromCeiling, change.toCeiling],
  ] as const;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Mark className={awaits ? 'border-orange-1000 bg-white text-orange-1000' : undefined}>
          {t(`state.${change.state in texts.ja.state ? (change.state as 'applied') : 'awaiting'}`)}
        </Mark>
        <span>{change.askedBySource ? t('bySource') : t('byCentre')}</span>
        <Time at={change.askedAt} />
      </p>
      {moved
        .filter(([, from, to]) => from !== to)
        .map(([what, from, to]) => (
          <p key={what} className="font-bold">
            {t('fromTo', { what, from: `TLP:${from}`, to: `TLP:${to}` })}
          </p>
        ))}
      <p className="whitespace-pre-line">{change.reason}</p>
      {awaits ? (
        <>
          <p className="flex flex-wrap gap-x-4">
            <span>{change.consentedAt ? `✓ ${t('consented')}` : t('consentWaits')}</span>
            <span>{change.approvedAt ? `✓ ${t('approved')}` : t('approveWaits')}</span>
          </p>
          {change.effects.length > 0 ? (
            <>
              <p className="mt-2 font-bold">{t('effects')}</p>
              <ul className="list-disc ps-6">
                {change.effects.map(effect => (
                  <li key={effect.what}>{effect[language]}</li>
                ))}
              </ul>
            </>
          ) : null}
          {decide.error ? <ProblemNotice problem={decide.error} /> : null}
          {change.approvedAt ? null : (
            <div className="mt-2 flex flex-wrap items-center gap-3">
              <Button isPending={decide.isPending} onPress={() => decide.send('agree')}>
                {t('agree')}
              </Button>
              <Button look="secondary" isPending={decide.isPending} onPress={() => decide.send('refuse')}>
                {t('refuse')}
              </Button>
              <span className="text-sm text-solid-gray-700">{t('decideOther')}</span>
            </div>
          )}
        </>
      ) : null}
    </>
  );
}

/** The report itself, where its reporter lets the centre read it. */
function Original({ id }: { id: string }) {
  const t = useTexts(texts);
  const name = useCodes();
  const query = useQuery({
    queryKey: ['report', id],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/{id}', { params: { path: { id } }, signal })),
    retry: false,
  });
  const hidden = (query.error instanceof Problem && query.error.status === 404) || (query.data && !query.data.report);
  return (
    <Card title={t('report')}>
      {hidden ? (
        <p>{t('reportHidden')}</p>
      ) : (
        <Answered query={query}>
          {({ report }) =>
            report ? (
              <>
                <h3 className="text-lg">{report.title}</h3>
                <p className="text-sm text-solid-gray-700">
                  {[name('kinds', report.kind), ...(report.events ?? []).map(code => name('events', code))].join('・')}
                </p>
                {report.plainSummary ? <p className="mt-2 whitespace-pre-line">{report.plainSummary}</p> : null}
                <p className="mt-2 whitespace-pre-line">{report.body}</p>
              </>
            ) : null
          }
        </Answered>
      )}
    </Card>
  );
}
