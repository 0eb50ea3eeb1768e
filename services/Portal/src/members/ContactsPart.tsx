import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { type Keyed, useWrite } from '@/api/write';
import { useCodes } from '@/app/codes';
import { useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { FormButtons } from '@/app/ui/FormButtons';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Mark } from '@/app/ui/marks';
import { Pick } from '@/app/ui/Pick';
import { Time } from '@/app/ui/Time';
import { ContactLink, OnDutyLine } from './Contacts';
import { type Channel, channels, channelsQuery, onDutyQuery, orNull, useChannelName } from './contacts';
import { contactTexts } from './contactTexts';
import { changed, type May, type Organisation } from './members';
import { Saved } from './Saved';
import { texts } from './texts';
import { useEditing } from './useEditing';
import { Webhook } from './Webhook';

interface PartProps {
  organisation: Organisation;
  may: May;
}

/** How the organisation is reached: now, by which channels, at its desk, at its top. */
export function ContactsPart({ organisation, may }: PartProps) {
  const duty = useQuery(onDutyQuery(organisation.id));
  return (
    <>
      <div className="card">
        <Answered query={duty}>{onDuty => <OnDutyLine onDuty={onDuty} />}</Answered>
      </div>
      <Channels organisation={organisation} may={may} />
      <Desk organisation={organisation} may={may} />
      <Executive organisation={organisation} may={may} />
      {may.contacts ? <Webhook id={organisation.id} /> : null}
    </>
  );
}

function Channels({ organisation, may }: PartProps) {
  const t = useTexts(texts);
  const plan = useQuery(channelsQuery(organisation.id));
  const editing = useEditing<readonly Channel[]>();
  return (
    <Card title={t('channelsTitle')}>
      <p className="mb-3 text-sm text-solid-gray-700">{t('channelsWhat')}</p>
      <Saved said={editing.said} />
      <Answered query={plan}>
        {({ items, source }) =>
          editing.open ? (
            <ChannelsForm id={organisation.id} items={editing.open} onClose={editing.close} />
          ) : (
            <>
              <Plan id={organisation.id} items={items} standard={source === 'ceptoar'} may={may} />
              {may.contacts ? (
                <Button look="secondary" onPress={() => editing.begin(items)}>
                  {t('edit')}
                </Button>
              ) : null}
            </>
          )
        }
      </Answered>
    </Card>
  );
}

const results = ['reached', 'notReached', 'bounced'] as const;

function Plan({ id, items, standard, may }: { id: string; items: readonly Channel[]; standard: boolean; may: May }) {
  const t = useTexts(texts);
  const tc = useTexts(contactTexts);
  const name = useChannelName();
  const queries = useQueryClient();
  const test = useWrite(
    ({ position, result }: { position: number; result: string }, keyed) =>
      answer(api.POST('/api/organisations/{id}/channels/{n}/test', { params: { path: { id, n: position } }, body: { result }, ...keyed })),
    { onDone: () => changed(queries, id) },
  );
  return (
    <>
      {standard ? <p className="mb-3">{tc('ceptoarPlan')}</p> : null}
      {items.some(item => item.bouncing) ? (
        <p className="mb-3 border-s-8 border-red-1000 bg-solid-gray-50 px-3 py-2 font-bold">{tc('bouncingSome')}</p>
      ) : null}
      {test.error ? <ProblemNotice problem={test.error} /> : null}
      <ol className="mb-4">
        {items.map(item => (
          <li key={item.position} className="border-t border-solid-gray-300 py-2">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span>{item.position}.</span>
              <strong>{name(item.channel)}</strong>
              {item.contact ? <ContactLink channel={item.channel} contact={item.contact} /> : null}
              {item.holder ? <span>{item.holder}</span> : null}
              {item.bouncing ? <Mark className="border-red-1000 bg-white text-red-1000">{tc('bouncing')}</Mark> : null}
            </p>
            {item.bouncing ? <p className="text-sm text-red-1000">{tc('bouncingWhat')}</p> : null}
            {item.channel === 'hub' || !item.contact ? null : (
              <div className="flex flex-wrap items-center gap-x-1 text-sm">
                <span>
                  {t('test')}:{' '}
                  {item.testedAt ? (
                    <>
                      {t(`tested.${results.find(r => r === item.testResult) ?? 'notReached'}`)} <Time at={item.testedAt} />
                    </>
                  ) : (
                    t('neverTested')
                  )}
                </span>
                {may.contacts
                  ? results
                      .filter(result => result !== 'bounced' || item.channel === 'mail')
                      .map(result => (
                        <Button
                          key={result}
                          look="quiet"
                          aria-label={t('testOf', {
                            channel: name(item.channel),
                            contact: item.contact ?? '',
                            result: t(`tested.${result}`),
                          })}
                          isPending={test.isPending}
                          onPress={() => test.send({ position: item.position, result })}
                        >
                          {t(`tested.${result}`)}
                        </Button>
                      ))
                  : null}
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

interface Line {
  key: string;
  channel: string;
  contact: string;
  holder: string;
}

function ChannelsForm({ id, items, onClose }: { id: string; items: readonly Channel[]; onClose: (saved?: boolean) => void }) {
  const t = useTexts(texts);
  const name = useChannelName();
  const queries = useQueryClient();
  const [lines, setLines] = useState<readonly Line[]>(() =>
    items
      .filter(item => item.channel !== 'hub')
      .map(item => ({ key: crypto.randomUUID(), channel: item.channel, contact: item.contact ?? '', holder: item.holder ?? '' })),
  );
  const write = useWrite(
    (body: Schemas['SetChannelsCommand'], keyed) =>
      answer(api.PUT('/api/organisations/{id}/channels', { params: { path: { id } }, body, ...keyed })),
    { onDone: () => changed(queries, id).then(() => onClose(true)) },
  );
  const put = (key: string, part: Partial<Line>) => setLines(lines.map(line => (line.key === key ? { ...line, ...part } : line)));
  const up = (place: number) => {
    const next = [...lines];
    next.splice(place - 1, 0, ...next.splice(place, 1));
    setLines(next);
  };
  const send = () =>
    write.send({
      channels: [
        { channel: 'hub', contact: null, holder: null },
        ...lines.map(({ channel, contact, holder }) => ({ channel, contact: contact.trim() || null, holder: holder.trim() || null })),
      ],
    });
  return (
    <HubForm problem={write.error} onSubmit={send}>
      <ol className="flex flex-col gap-4">
        {lines.map((line, place) => (
          <li key={line.key} className="rounded-lg border border-solid-gray-420 p-3">
            <div className="grid grid-cols-1 gap-3 md:grid-cols-3">
              <Pick
                name={`channels[${place + 1}].channel`}
                label={`${place + 1}. ${t('channel')}`}
                value={line.channel}
                onChange={channel => put(line.key, { channel })}
                options={channels.filter(c => c !== 'hub').map(value => ({ value, label: name(value) }))}
              />
              <TextInput
                name={`channels[${place + 1}].contact`}
                label={t('contact')}
                value={line.contact}
                onChange={contact => put(line.key, { contact })}
              />
              <TextInput
                name={`channels[${place + 1}].holder`}
                label={t('holder')}
                value={line.holder}
                onChange={holder => put(line.key, { holder })}
              />
            </div>
            <div className="flex flex-wrap">
              {place > 0 ? (
                <Button look="quiet" aria-label={t('upChannel', { place: place + 1 })} onPress={() => up(place)}>
                  {t('up')}
                </Button>
              ) : null}
              <Button
                look="quiet"
                aria-label={t('removeChannel', { place: place + 1 })}
                onPress={() => setLines(lines.filter(l => l.key !== line.key))}
              >
                {t('remove')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <Button
        look="secondary"
        className="self-start"
        onPress={() => setLines([...lines, { key: crypto.randomUUID(), channel: 'telephone', contact: '', holder: '' }])}
      >
        {t('addChannel')}
      </Button>
      <Buttons isPending={write.isPending} onCancel={() => onClose()} />
    </HubForm>
  );
}

function Desk({ organisation, may }: PartProps) {
  const t = useTexts(texts);
  const { id } = organisation;
  return (
    <Reached<Schemas['Desk']>
      id={id}
      title={t('deskTitle')}
      what={t('deskWhat')}
      name="desk"
      ask={signal => answer(api.GET('/api/organisations/{id}/desk', { params: { path: { id } }, signal }))}
      send={(body, keyed) => answer(api.PUT('/api/organisations/{id}/desk', { params: { path: { id } }, body, ...keyed }))}
      empty={{ name: '', telephone: '', email: null }}
      mayChange={may.roster}
      mayTest={may.contacts}
      fields={(desk, put) => (
        <>
          <TextInput name="name" label={t('name')} isRequired value={desk.name ?? ''} onChange={name => put({ name })} />
          <TextInput
            name="telephone"
            type="tel"
            label={t('telephone')}
            isRequired
            value={desk.telephone ?? ''}
            onChange={telephone => put({ telephone })}
          />
          <TextInput
            name="email"
            type="email"
            label={t('email')}
            value={desk.email ?? ''}
            onChange={email => put({ email: email || null })}
          />
        </>
      )}
    >
      {desk => (
        <>
          <strong>{desk.name}</strong>
          {desk.telephone ? <ContactLink channel="telephone" contact={desk.telephone} /> : null}
          {desk.email ? <ContactLink channel="mail" contact={desk.email} /> : null}
        </>
      )}
    </Reached>
  );
}

function Executive({ organisation, may }: PartProps) {
  const t = useTexts(texts);
  const code = useCodes();
  const { id } = organisation;
  return (
    <Reached<Schemas['Executive']>
      id={id}
      title={t('executiveTitle')}
      what={t('executiveWhat')}
      name="executive"
      ask={signal => answer(api.GET('/api/organisations/{id}/executive', { params: { path: { id } }, signal }))}
      send={(body, keyed) => answer(api.PUT('/api/organisations/{id}/executive', { params: { path: { id } }, body, ...keyed }))}
      empty={{ name: '', email: '', telephone: null, notifyFrom: 'high' }}
      mayChange={may.roster}
      mayTest={may.contacts}
      fields={(executive, put) => (
        <>
          <TextInput name="name" label={t('name')} isRequired value={executive.name ?? ''} onChange={name => put({ name })} />
          <TextInput
            name="email"
            type="email"
            label={t('email')}
            isRequired
            value={executive.email ?? ''}
            onChange={email => put({ email })}
          />
          <TextInput
            name="telephone"
            type="tel"
            label={t('telephone')}
            value={executive.telephone ?? ''}
            onChange={telephone => put({ telephone: telephone || null })}
          />
          <Pick
            name="notifyFrom"
            label={t('notifyFrom')}
            value={executive.notifyFrom ?? ''}
            onChange={notifyFrom => put({ notifyFrom })}
            options={['low', 'medium', 'high', 'critical'].map(value => ({ value, label: code('severities', value) }))}
          />
        </>
      )}
    >
      {executive => (
        <>
          <strong>{executive.name}</strong>
          {executive.email ? <ContactLink channel="mail" contact={executive.email} /> : null}
          {executive.telephone ? <ContactLink channel="telephone" contact={executive.telephone} /> : null}
          <span>{t('notifyFromIs', { severity: code('severities', executive.notifyFrom ?? '') })}</span>
        </>
      )}
    </Reached>
  );
}

/** How a trial of the desk or the executive went: told to the hub, whose lint goes by it. */
function Trial({ id, contact, title }: { id: string; contact: 'desk' | 'executive'; title: string }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [said, setSaid] = useState('');
  const test = useWrite(
    (result: (typeof results)[number], keyed) =>
      answer(api.POST('/api/organisations/{id}/contacts/test', { params: { path: { id } }, body: { contact, result }, ...keyed })),
    {
      onDone: (_, result) => {
        setSaid(t('testKept', { result: t(`tested.${result}`) }));
        return changed(queries, id);
      },
    },
  );
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-1 text-sm">
      <span>{t('test')}:</span>
      {results.map(result => (
        <Button
          key={result}
          look="quiet"
          aria-label={`${title}: ${t(`tested.${result}`)}`}
          isPending={test.isPending}
          onPress={() => test.send(result)}
        >
          {t(`tested.${result}`)}
        </Button>
      ))}
      <span role="status">{said}</span>
      {test.error ? <ProblemNotice problem={test.error} /> : null}
    </div>
  );
}

/** Who is reached in one capacity: read, and changed by whoever keeps it. */
function Reached<Value extends object>({
  id,
  title,
  what,
  name,
  ask,
  send,
  empty,
  mayChange,
  mayTest,
  fields,
  children,
}: {
  id: string;
  title: string;
  what: string;
  /** The part of the query's key that is its own, and what the hub calls it when it is tried. */
  name: 'desk' | 'executive';
  ask: (signal: AbortSignal) => Promise<Value>;
  send: (body: Value, keyed: Keyed) => Promise<unknown>;
  empty: Value;
  mayChange: boolean;
  mayTest: boolean;
  fields: (value: Value, put: (part: Partial<Value>) => void) => ReactNode;
  children: (value: Value) => ReactNode;
}) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const editing = useEditing<Value>();
  const { open } = editing;
  const query = useQuery({ queryKey: ['organisation', id, name], queryFn: ({ signal }) => orNull(ask(signal)) });
  const write = useWrite(send, {
    onDone: async () => {
      await changed(queries, id);
      editing.close(true);
    },
  });
  return (
    <Card title={title}>
      <p className="mb-3 text-sm text-solid-gray-700">{what}</p>
      <Saved said={editing.said} />
      <Answered query={query}>
        {value =>
          open ? (
            <HubForm problem={write.error} onSubmit={() => write.send(open)}>
              {fields(open, editing.put)}
              <Buttons isPending={write.isPending} onCancel={() => editing.close()} />
            </HubForm>
          ) : (
            <>
              <p className={`mb-3 ${value ? 'flex flex-wrap items-baseline gap-x-3' : ''}`}>{value ? children(value) : t('nobody')}</p>
              {value && mayTest ? <Trial id={id} contact={name} title={title} /> : null}
              {mayChange ? (
                <Button look="secondary" aria-label={`${t('edit')}: ${title}`} onPress={() => editing.begin(value ?? empty)}>
                  {t('edit')}
                </Button>
              ) : null}
            </>
          )
        }
      </Answered>
    </Card>
  );
}

export function Buttons({ isPending, onCancel }: { isPending: boolean; onCancel: () => void }) {
  const t = useTexts(texts);
  return <FormButtons does={t('save')} isPending={isPending} onCancel={onCancel} />;
}
