import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { type Role, roles } from '@/app/roles';
import { roleTexts } from '@/app/roleTexts';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Confirm } from '@/app/ui/Confirm';
import { Dialogue } from '@/app/ui/Dialogue';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Mark } from '@/app/ui/marks';
import { Time, useNow } from '@/app/ui/Time';
import { japanTime } from '@/app/ui/time';
import { ContactLink } from './Contacts';
import { Buttons } from './ContactsPart';
import { Several } from './DetailsPart';
import { changed, type May, type Organisation, peopleQuery } from './members';
import { Saved } from './Saved';
import { texts } from './texts';

type Person = Schemas['GetPersonView'];

interface PartProps {
  organisation: Organisation;
  may: May;
}

/** Who of the organisation can sign in, and which systems. Its manager keeps both. */
export function PeoplePart({ organisation, may }: PartProps) {
  return (
    <>
      <People organisation={organisation} may={may} />
      {may.clients ? <Clients organisation={organisation} may={may} /> : null}
    </>
  );
}

/** Roles that fit, as Registry has it: those of the kind of organisation, and the manager. */
function fitting(kind: string, me: readonly string[]): Role[] {
  const of: Record<string, Role[]> = {
    operator: ['operator'],
    secretariat: ['secretariat'],
    ministry: me.includes('secretariat') ? ['liaison', 'secretariat'] : ['liaison'],
    centre: ['analyst', 'approver', 'controller'],
    partner: ['observer'],
    observer: ['observer'],
  };
  return [...(of[kind] ?? []), 'manager'];
}

function People({ organisation, may }: PartProps) {
  const t = useTexts(texts);
  const tr = useTexts(roleTexts);
  const query = useQuery(peopleQuery(organisation.id));
  const [editing, setEditing] = useState<Person | 'new'>();
  const [said, setSaid] = useState('');
  const states = ['invited', 'active', 'inactive', 'removed'] as const;
  return (
    <Card title={t('peopleTitle')}>
      <Saved said={said} />
      {may.people ? (
        <Button
          className="mb-3"
          onPress={() => {
            setSaid('');
            setEditing('new');
          }}
        >
          {t('invite')}
        </Button>
      ) : null}
      <Answered query={query}>
        {people => (
          <>
            {people.length === 0 ? <p>{t('nobody')}</p> : null}
            <ul>
              {people
                .filter(p => p.state !== 'removed')
                .map(person => (
                  <li key={person.id} className="border-t border-solid-gray-300 py-3">
                    <p className="flex flex-wrap items-center gap-x-3">
                      <strong>{person.name}</strong>
                      <Mark>{t(`state.${states.find(s => s === person.state) ?? 'active'}`)}</Mark>
                      {person.duty ? <span>{person.duty}</span> : null}
                    </p>
                    <p className="flex flex-wrap gap-x-3">
                      {person.email ? <ContactLink channel="mail" contact={person.email} /> : null}
                      <span className="inline-flex min-h-11 items-center">
                        {roles
                          .filter(role => person.roles.includes(role))
                          .map(role => tr(role))
                          .join('、')}
                      </span>
                    </p>
                    {may.people ? <PersonButtons person={person} onEdit={() => setEditing(person)} onSaid={setSaid} /> : null}
                  </li>
                ))}
            </ul>
          </>
        )}
      </Answered>
      {editing ? (
        <PersonDialogue
          organisation={organisation}
          person={editing === 'new' ? undefined : editing}
          onClose={done => {
            setEditing(undefined);
            setSaid(done);
          }}
        />
      ) : null}
    </Card>
  );
}

function PersonButtons({ person, onEdit, onSaid }: { person: Person; onEdit: () => void; onSaid: (said: string) => void }) {
  const t = useTexts(texts);
  const me = useMe();
  const queries = useQueryClient();
  const path = { path: { personId: person.id } };
  const done = async (said: string) => {
    await changed(queries, person.organisationId);
    onSaid(said);
  };
  const again = useWrite((_: null, keyed) => answer(api.POST('/api/people/{personId}/invitation', { params: path, ...keyed })), {
    onDone: () => done(t('sentAgain')),
  });
  const remove = useWrite((_: null, keyed) => answer(api.DELETE('/api/people/{personId}', { params: path, ...keyed })), {
    onDone: () => done(t('saved')),
  });
  const reset = useWrite((_: null, keyed) => answer(api.POST('/api/people/{personId}/authenticator-reset', { params: path, ...keyed })), {
    onDone: () => done(t('saved')),
  });
  const self = me.person?.id === person.id;
  return (
    <div className="flex flex-wrap gap-x-2">
      <Button look="quiet" aria-label={t('changePerson', { name: person.name })} onPress={onEdit}>
        {t('edit')}
      </Button>
      {person.state === 'invited' ? (
        <Button look="quiet" isPending={again.isPending} onPress={() => again.send(null)}>
          {t('inviteAgain')}
        </Button>
      ) : null}
      {person.state === 'active' && !self ? (
        <Confirm
          look="quiet"
          label={t('resetAuthenticator')}
          aria-label={t('resetOf', { name: person.name })}
          question={t('resetOf', { name: person.name })}
          problem={reset.error}
          isPending={reset.isPending}
          done={reset.isSuccess}
          onConfirm={() => reset.send(null)}
        >
          <p>{t('resetWhat')}</p>
        </Confirm>
      ) : null}
      {self ? null : (
        <Confirm
          look="quiet"
          danger
          label={t('removePerson')}
          aria-label={t('removePersonOf', { name: person.name })}
          question={t('removePersonOf', { name: person.name })}
          problem={remove.error}
          isPending={remove.isPending}
          done={remove.isSuccess}
          onConfirm={() => remove.send(null)}
        >
          <p>{t('removeWhat')}</p>
        </Confirm>
      )}
    </div>
  );
}

function PersonDialogue({
  organisation,
  person,
  onClose,
}: {
  organisation: Organisation;
  person: Person | undefined;
  onClose: (said: string) => void;
}) {
  const t = useTexts(texts);
  const tr = useTexts(roleTexts);
  const me = useMe();
  const queries = useQueryClient();
  const fit = fitting(organisation.kind, me.roles);
  const [name, setName] = useState(person?.name ?? '');
  const [nameEn, setNameEn] = useState(person?.nameEn ?? '');
  const [email, setEmail] = useState('');
  const [duty, setDuty] = useState(person?.duty ?? '');
  const [chosen, setChosen] = useState<string[]>(person?.roles ?? fit.slice(0, 1));
  const details = { name, nameEn: nameEn || null, duty: duty || null, roles: chosen };
  const write = useWrite(
    (_: typeof details & { email: string }, keyed) =>
      person
        ? answer(
            api.PUT('/api/people/{personId}', {
              params: { path: { personId: person.id } },
              body: { ...details, dutyEn: person.dutyEn, active: person.state !== 'inactive' },
              ...keyed,
            }),
          )
        : answer(api.POST('/api/people', { body: { ...details, email, organisationId: organisation.id }, ...keyed })),
    { onDone: () => changed(queries, organisation.id).then(() => onClose(person ? t('saved') : t('invited'))) },
  );
  return (
    <Dialogue title={person ? t('changePerson', { name: person.name }) : t('invite')} isOpen onClose={() => onClose('')}>
      {person ? null : <p className="mb-4">{t('inviteWhat')}</p>}
      <HubForm problem={write.error} onSubmit={() => write.send({ ...details, email })}>
        <TextInput name="name" label={t('name')} isRequired value={name} onChange={setName} />
        <TextInput name="nameEn" label={t('nameEn')} value={nameEn} onChange={setNameEn} />
        {person ? null : <TextInput name="email" type="email" label={t('email')} isRequired value={email} onChange={setEmail} />}
        <TextInput name="duty" label={t('duty')} value={duty} onChange={setDuty} />
        <Several
          name="roles"
          label={t('roles')}
          chosen={chosen}
          onChange={setChosen}
          options={[...new Set([...fit, ...roles.filter(r => chosen.includes(r))])].map(role => ({
            value: role,
            label: (
              <>
                {tr(role)}
                <span className="block text-sm text-solid-gray-700">{tr(`does.${role}`)}</span>
              </>
            ),
          }))}
        />
        <Buttons isPending={write.isPending} onCancel={() => onClose('')} />
      </HubForm>
    </Dialogue>
  );
}

function Clients({ organisation, may }: PartProps) {
  const t = useTexts(texts);
  const { id } = organisation;
  const query = useQuery({
    queryKey: ['organisation', id, 'clients'],
    queryFn: ({ signal }) => answer(api.GET('/api/organisations/{id}/clients', { params: { path: { id } }, signal })),
  });
  return (
    <Card title={t('clients')}>
      <p className="mb-3 text-sm text-solid-gray-700">{t('clientsWhat')}</p>
      <Answered query={query}>
        {clients => (
          <>
            {clients.length === 0 ? <p>{t('noClients')}</p> : null}
            <ul>
              {clients.map(client => (
                <li key={client.clientId} className="border-t border-solid-gray-300 py-3">
                  <p>
                    <strong>{client.name ?? client.clientId}</strong> <code className="text-sm break-all">{client.clientId}</code>
                  </p>
                  <p className="text-sm text-solid-gray-700">
                    {t('created')}: <Time at={client.createdAt} />
                  </p>
                  {may.rotate ? <ClientButtons id={id} client={client} /> : null}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Card>
  );
}

function ClientButtons({ id, client }: { id: string; client: Schemas['ListClientsView'] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const now = useNow();
  const queries = useQueryClient();
  const params = { path: { id, clientId: client.clientId } };
  const name = client.name ?? client.clientId;
  const rotate = useWrite((_: null, keyed) => answer(api.POST('/api/organisations/{id}/clients/{clientId}/secret', { params, ...keyed })));
  const revoke = useWrite((_: null, keyed) => answer(api.DELETE('/api/organisations/{id}/clients/{clientId}', { params, ...keyed })), {
    onDone: () => changed(queries, id),
  });
  return (
    <>
      <div className="flex flex-wrap gap-x-2">
        <Confirm
          look="quiet"
          label={t('rotate')}
          aria-label={t('rotateOf', { name })}
          question={t('rotateOf', { name })}
          problem={rotate.error}
          isPending={rotate.isPending}
          done={rotate.isSuccess}
          onConfirm={() => rotate.send(null)}
        >
          <p>{t('rotateWhat')}</p>
        </Confirm>
        <Confirm
          look="quiet"
          danger
          label={t('revoke')}
          aria-label={t('revokeOf', { name })}
          question={t('revokeOf', { name })}
          problem={revoke.error}
          isPending={revoke.isPending}
          done={revoke.isSuccess}
          onConfirm={() => revoke.send(null)}
        >
          <p>{t('revokeWhat')}</p>
        </Confirm>
      </div>
      {rotate.data ? (
        <div role="status" className="mt-2 rounded-lg border-2 border-green-900 p-3">
          <p className="font-bold">{t('newSecret')}</p>
          <code className="break-all">{rotate.data.clientSecret}</code>
          <p>{t('oldUntil', { time: japanTime(new Date(rotate.data.oldSecretUntil), language, now) })}</p>
        </div>
      ) : null}
    </>
  );
}
