import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Advisory } from '@/advisory/advisory';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { useMe } from '@/app/session/useSession';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Dialogue } from '@/app/ui/Dialogue';
import { FormButtons } from '@/app/ui/FormButtons';
import { Choice, TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { LinkButton } from '@/app/ui/LinkButton';
import { Pick } from '@/app/ui/Pick';
import { SaveFile } from '@/app/ui/SaveFile';
import { Time } from '@/app/ui/Time';
import { Contacts } from '@/members/Contacts';
import { channels, useChannelName } from '@/members/contacts';
import { callsQuery, escalationQuery, type Reach } from './reach';
import { byNeed } from './rules';
import { CallListMark, StepList } from './StepList';
import { byOrganisation, type Escalated } from './steps';
import { texts } from './texts';

/** Who has not confirmed, for those who may name them: remind in one press, call, and write down what came of it. */
export function Silent({ reach, advisory, renew }: { reach: Reach; advisory: Advisory | undefined; renew: () => Promise<unknown> }) {
  const t = useTexts(texts);
  const [said, setSaid] = useState('');
  const [calling, setCalling] = useState<Schemas['SilentOne']>();
  const calls = useQuery({ ...callsQuery(reach.advisoryId), enabled: reach.silent !== null, retry: false }).data?.calls ?? [];
  const escalation = useQuery({ ...escalationQuery(reach.advisoryId), enabled: reach.silent !== null, retry: false }).data;
  const tried = byOrganisation(escalation?.items ?? []);
  const remind = useWrite(
    (organisations: string[] | null, keyed) =>
      answer(api.POST('/api/advisories/{id}/reminders', { params: { path: { id: reach.advisoryId } }, body: { organisations }, ...keyed })),
    {
      onDone: ({ reminded, tooSoon }) => {
        setSaid(
          [
            reminded.length > 0 || tooSoon.length === 0 ? t('reminded', { reminded: reminded.length }) : '',
            tooSoon.length > 0 ? t('tooSoon', { count: tooSoon.length }) : '',
          ].join(''),
        );
        return renew();
      },
    },
  );
  if (reach.silent === null) {
    return reach.recipients > 0 ? (
      <Card title={t('silent')}>
        <p>{t('silentHidden')}</p>
      </Card>
    ) : null;
  }
  const silent = byNeed(reach.silent);
  const open = advisory?.state !== 'expired';
  return (
    <>
      <Card title={t('silent')}>
        <p className="mb-3">{silent.length === 0 ? t('silentNone') : t('silentWhat', { count: silent.length })}</p>
        {silent.length > 0 ? (
          <div className="mb-2 flex flex-wrap items-center gap-3">
            {open ? (
              <Button isPending={remind.isPending} aria-describedby="remind-what" onPress={() => remind.send(null)}>
                {t('remindAll', { count: silent.length })}
              </Button>
            ) : null}
            <LinkButton to="/advisories/$id/call-sheet" params={{ id: reach.advisoryId }} look="secondary">
              {t('sheet')}
            </LinkButton>
            <SaveFile
              path={`/api/advisories/${reach.advisoryId}/calls?format=csv`}
              accept="text/csv"
              name={`${advisory?.number ?? 'calls'}.csv`}
              label={t('callsCsv')}
            />
            {advisory && advisory.tlp !== 'RED' ? (
              <LinkButton to="/advisories/$id/sheet" params={{ id: reach.advisoryId }} look="secondary">
                {t('faxSheet')}
              </LinkButton>
            ) : null}
          </div>
        ) : null}
        {silent.length > 0 && open ? (
          <p id="remind-what" className="mb-3 text-sm text-solid-gray-700">
            {t('remindWhat')}
          </p>
        ) : null}
        {remind.error ? <ProblemNotice problem={remind.error} /> : null}
        <p role="status" className={said ? 'my-3 rounded-lg border-2 border-green-900 bg-white p-3 font-bold text-green-1000' : ''}>
          {said}
        </p>
        <ul>
          {silent.map(one => (
            <SilentLine
              key={one.organisationId}
              one={one}
              escalated={tried.get(one.organisationId)}
              onCall={() => setCalling(one)}
              onRemind={open ? () => remind.send([one.organisationId]) : undefined}
              isPending={remind.isPending}
            />
          ))}
        </ul>
      </Card>
      <CallDialogue
        key={calling?.organisationId}
        id={reach.advisoryId}
        to={calling}
        onClose={() => setCalling(undefined)}
        onDone={name => {
          setCalling(undefined);
          setSaid(t('saved', { name }));
          return renew();
        }}
      />
      {calls.length > 0 ? <Calls calls={calls} /> : null}
    </>
  );
}

function SilentLine({
  one,
  escalated,
  onCall,
  onRemind,
  isPending,
}: {
  one: Schemas['SilentOne'];
  escalated: Escalated | undefined;
  onCall: () => void;
  onRemind: (() => void) | undefined;
  isPending: boolean;
}) {
  const t = useTexts(texts);
  const channel = useChannelName();
  const [open, setOpen] = useState(false);
  const state = (['queued', 'pushed', 'delivered', 'opened', 'cannotAct'] as const).find(s => s === one.state) ?? 'queued';
  return (
    <li className="border-t border-solid-gray-300 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h3 className="flex flex-wrap items-center gap-2 text-lg">
            {one.name}
            {one.onCallList ? <CallListMark /> : null}
          </h3>
          <p className="text-sm">
            {t(`state.${state}`)} <Time at={one.at} />
          </p>
          <p className="text-sm">
            {one.lastCall ? (
              <>
                {t('lastCall')}: {channel(one.lastCall.channel)}・<strong>{one.lastCall.reached ? t('reached') : t('notReached')}</strong>・
                {one.lastCall.by} <Time at={one.lastCall.at} />
              </>
            ) : (
              t('neverCalled')
            )}
          </p>
          {one.remindedAt ? (
            <p className="text-sm">
              {t('remindedAt')}: <Time at={one.remindedAt} />
            </p>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-x-1">
          <Button look="quiet" aria-expanded={open} aria-label={t('contactsOf', { name: one.name })} onPress={() => setOpen(!open)}>
            {open ? t('hideContacts') : t('contacts')}
          </Button>
          <Button look="quiet" aria-label={t('recordFor', { name: one.name })} onPress={onCall}>
            {t('record')}
          </Button>
          {onRemind ? (
            <Button look="quiet" aria-label={t('remindOne', { name: one.name })} isPending={isPending} onPress={onRemind}>
              {t('remind')}
            </Button>
          ) : null}
        </div>
      </div>
      {escalated ? <StepList escalated={escalated} name={one.name} /> : null}
      {open ? (
        <div className="mt-2 rounded-lg bg-solid-gray-50 p-3">
          <Contacts organisationId={one.organisationId} />
        </div>
      ) : null}
    </li>
  );
}

function CallDialogue({
  id,
  to,
  onClose,
  onDone,
}: {
  id: string;
  to: Schemas['SilentOne'] | undefined;
  onClose: () => void;
  onDone: (name: string) => Promise<unknown>;
}) {
  const t = useTexts(texts);
  const me = useMe();
  const name = useChannelName();
  const [channel, setChannel] = useState('telephone');
  const [reached, setReached] = useState('');
  const [by, setBy] = useState(me.person?.name ?? '');
  const [comment, setComment] = useState('');
  const record = useWrite(
    (body: Schemas['RecordCallCommand'], keyed) =>
      answer(api.POST('/api/advisories/{id}/calls', { params: { path: { id } }, body, ...keyed })),
    { onDone: () => onDone(to?.name ?? '') },
  );
  const send = () =>
    record.send({
      organisationId: to?.organisationId ?? '',
      channel,
      reached: reached === '' ? null : reached === 'yes',
      by,
      comment: comment || null,
    });
  return (
    <Dialogue title={to ? t('recordFor', { name: to.name }) : t('recordTitle')} isOpen={to !== undefined} onClose={onClose}>
      <p className="mb-4">{t('recordWhat')}</p>
      <HubForm problem={record.error} onSubmit={send}>
        <Choice
          name="reached"
          label={t('result')}
          isRequired
          value={reached}
          onChange={setReached}
          options={[
            { value: 'yes', label: t('reached') },
            { value: 'no', label: t('notReached') },
          ]}
        />
        <Pick
          name="channel"
          label={t('channel')}
          value={channel}
          onChange={setChannel}
          options={channels.filter(c => c !== 'hub').map(value => ({ value, label: name(value) }))}
        />
        <TextInput name="by" label={t('by')} isRequired value={by} onChange={setBy} />
        <TextInput name="comment" label={t('comment')} rows={3} value={comment} onChange={setComment} />
        <FormButtons does={t('save')} isPending={record.isPending} onCancel={onClose} />
      </HubForm>
    </Dialogue>
  );
}

function Calls({
  calls,
}: {
  calls: readonly { name: string; channel: string; reached: boolean; by: string; comment: string | null; calledAt: string }[];
}) {
  const t = useTexts(texts);
  const channel = useChannelName();
  return (
    <Card title={t('calls')}>
      <ul>
        {calls.map(call => (
          <li key={call.calledAt + call.name} className="border-t border-solid-gray-300 py-2">
            <p>
              <strong>{call.name}</strong> {channel(call.channel)}・{call.reached ? t('reached') : t('notReached')}
            </p>
            <p className="text-sm text-solid-gray-700">
              <Time at={call.calledAt} /> {call.by}
            </p>
            {call.comment ? <p className="whitespace-pre-line">{call.comment}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
