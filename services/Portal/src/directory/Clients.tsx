import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { roleTexts } from '@/app/roleTexts';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Confirm } from '@/app/ui/Confirm';
import { CopyButton } from '@/app/ui/CopyButton';
import { Dialogue } from '@/app/ui/Dialogue';
import { FormButtons } from '@/app/ui/FormButtons';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Pick } from '@/app/ui/Pick';
import { Time, useNow } from '@/app/ui/Time';
import { japanTime } from '@/app/ui/time';
import { ceptoarsQuery, type OrganisationEntry, rolesOf } from './directory';
import { texts } from './texts';

interface Secret {
  clientId: string;
  clientSecret: string;
  oldSecretUntil?: string;
}

/** The systems that sign in for an organisation. A secret is shown once, in a dialogue that stays until it is kept. */
export function Clients({ organisation }: { organisation: OrganisationEntry }) {
  const t = useTexts(texts);
  const role = useTexts(roleTexts);
  const me = useMe();
  const queries = useQueryClient();
  const [secret, setSecret] = useState<Secret>();
  const [adding, setAdding] = useState(false);
  const queryKey = ['clients', organisation.id];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => answer(api.GET('/api/organisations/{id}/clients', { params: { path: { id: organisation.id } }, signal })),
  });
  const told = (next: Secret) => {
    setAdding(false);
    setSecret(next);
    void queries.invalidateQueries({ queryKey });
  };
  const keeps = has(me, 'administrator') || (has(me, 'manager') && me.organisation.id === organisation.id);
  return (
    <section className="card" aria-labelledby="clients">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 id="clients" className="text-xl">
          {t('clients')}
        </h2>
        {has(me, 'administrator') && organisation.active ? (
          <Button look="secondary" onPress={() => setAdding(true)}>
            {t('clientAdd')}
          </Button>
        ) : null}
      </div>
      <p className="mb-4 text-solid-gray-700">{t('clientsLead')}</p>
      <Answered query={query}>
        {clients =>
          clients.length === 0 ? (
            <p>{t('clientsNone')}</p>
          ) : (
            <ul className="flex flex-col">
              {clients.map(client => (
                <li
                  key={client.clientId}
                  className="flex flex-wrap items-center justify-between gap-3 border-t border-solid-gray-300 py-3 first:border-t-0"
                >
                  <div className="min-w-0">
                    <p className="font-bold">{client.name ?? t('clientUnnamed')}</p>
                    <p className="flex flex-wrap gap-x-4 text-sm text-solid-gray-700">
                      <span>
                        {t('clientId')}: <code>{client.clientId}</code>
                      </span>
                      <span>
                        {t('clientRole')}: {role(client.role as 'operator')}
                      </span>
                      <span>
                        {t('createdAt')}: <Time at={client.createdAt} relative={false} />
                      </span>
                    </p>
                  </div>
                  {keeps ? <ClientActions organisationId={organisation.id} client={client} onSecret={told} /> : null}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <Dialogue title={t('clientAdd')} isOpen={adding} onClose={() => setAdding(false)}>
        <AddClient organisation={organisation} onAdded={told} onCancel={() => setAdding(false)} />
      </Dialogue>
      <Dialogue title={t('secret')} isOpen={secret !== undefined}>
        {secret ? <ShownOnce secret={secret} onKept={() => setSecret(undefined)} /> : null}
      </Dialogue>
    </section>
  );
}

function AddClient({
  organisation,
  onAdded,
  onCancel,
}: {
  organisation: OrganisationEntry;
  onAdded: (secret: Secret) => void;
  onCancel: () => void;
}) {
  const t = useTexts(texts);
  const role = useTexts(roleTexts);
  const { data: ceptoars = [] } = useQuery(ceptoarsQuery);
  const runsCeptoar = ceptoars.some(c => c.secretariat.id === organisation.id);
  const fitting = rolesOf(organisation.kind, runsCeptoar).filter(code => code !== 'manager');
  const [input, setInput] = useState<Schemas['AddClientCommand']>({ name: '', role: fitting[0] ?? '' });
  const add = useWrite(
    (body: Schemas['AddClientCommand'], keyed) =>
      answer(api.POST('/api/organisations/{id}/clients', { params: { path: { id: organisation.id } }, body, ...keyed })),
    { onDone: onAdded },
  );
  return (
    <HubForm problem={add.error} onSubmit={() => add.send(input)}>
      <TextInput
        name="name"
        label={t('clientName')}
        explanation={t('clientNameRule')}
        value={input.name ?? ''}
        onChange={name => setInput({ ...input, name })}
        autoFocus
      />
      <Pick
        name="role"
        label={t('clientRole')}
        value={input.role ?? ''}
        onChange={next => setInput({ ...input, role: next })}
        options={fitting.map(value => ({ value, label: role(value as 'operator') }))}
      />
      <FormButtons does={t('clientAdd')} isPending={add.isPending} onCancel={onCancel} />
    </HubForm>
  );
}

function ClientActions({
  organisationId,
  client,
  onSecret,
}: {
  organisationId: string;
  client: Schemas['ListClientsView'];
  onSecret: (secret: Secret) => void;
}) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const params = { path: { id: organisationId, clientId: client.clientId } };
  const rotate = useWrite(
    (_: Record<string, never>, keyed) => answer(api.POST('/api/organisations/{id}/clients/{clientId}/secret', { params, ...keyed })),
    { onDone: onSecret },
  );
  const revoke = useWrite(
    (_: Record<string, never>, keyed) => answer(api.DELETE('/api/organisations/{id}/clients/{clientId}', { params, ...keyed })),
    { onDone: () => queries.invalidateQueries({ queryKey: ['clients', organisationId] }) },
  );
  const name = client.name ?? client.clientId;
  return (
    <div className="flex flex-wrap gap-2">
      <Confirm
        label={t('rotate')}
        aria-label={`${t('rotate')}: ${name}`}
        question={t('rotateAsk', { name })}
        problem={rotate.error}
        isPending={rotate.isPending}
        done={rotate.isSuccess}
        onConfirm={() => rotate.send({})}
      >
        <p>{t('rotateDetail')}</p>
      </Confirm>
      <Confirm
        label={t('revoke')}
        aria-label={`${t('revoke')}: ${name}`}
        danger
        question={t('revokeAsk', { name })}
        problem={revoke.error}
        isPending={revoke.isPending}
        done={revoke.isSuccess}
        onConfirm={() => revoke.send({})}
      >
        <p>{t('revokeDetail')}</p>
      </Confirm>
    </div>
  );
}

function ShownOnce({ secret, onKept }: { secret: Secret; onKept: () => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const now = useNow();
  return (
    <div className="flex flex-col gap-4">
      <p className="font-bold text-red-1000">{t('secretOnce')}</p>
      {secret.oldSecretUntil ? <p>{t('secretOldUntil', { time: japanTime(new Date(secret.oldSecretUntil), language, now) })}</p> : null}
      <p>
        {t('clientId')}
        <code className="block rounded bg-solid-gray-50 p-3">{secret.clientId}</code>
      </p>
      <p>
        {t('secret')}
        <code className="block rounded bg-solid-gray-50 p-3 font-bold">{secret.clientSecret}</code>
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton text={secret.clientSecret} label={t('secretCopy')} />
        <Button onPress={onKept}>{t('secretKept')}</Button>
      </div>
    </div>
  );
}
