import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Confirm } from '@/app/ui/Confirm';
import { Facts } from '@/app/ui/Facts';
import { Check, TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Mark } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Time } from '@/app/ui/Time';
import { ceptoarsQuery, organisationQuery, rolesOf } from '@/directory/directory';
import { RolesField } from './RolesField';
import { texts } from './texts';

type Person = Schemas['GetPersonView'];

const route = getRouteApi('/frame/people/$id');

/** One person, for who keeps it: change, invite again, reset, remove. */
export function PersonPage() {
  const { id } = route.useParams();
  const query = useQuery({
    queryKey: ['person', id],
    queryFn: ({ signal }) => answer(api.GET('/api/people/{personId}', { params: { path: { personId: id } }, signal })),
  });
  return <Answered query={query}>{person => <Shown key={person.id} person={person} />}</Answered>;
}

const doneTexts = { invited: 'invited', saved: 'saved', again: 'invitedAgain', reset: 'reset' } as const;

function Shown({ person }: { person: Person }) {
  const t = useTexts(texts);
  const { done } = route.useSearch();
  const organisation = useQuery(organisationQuery(person.organisationId));
  const state = person.state as keyof (typeof texts)['ja']['states'];
  return (
    <Page
      title={person.name}
      above={
        <p className="not-printed mb-4">
          <Link to="/people" className="link">
            ← {t('title')}
          </Link>
        </p>
      }
      aside={<Mark>{t(`states.${state}`)}</Mark>}
    >
      <div className="flex flex-col gap-6">
        <p role="status" className={done ? 'card font-bold' : 'sr-only'}>
          {done ? `✓ ${t(doneTexts[done], { email: person.email ?? '' })}` : ''}
        </p>
        <section className="card">
          <p className="mb-4">{t(`statesExplained.${state}`)}</p>
          <Facts
            facts={[
              [
                t('organisation'),
                <Link key="o" to="/directory/organisations/$id" params={{ id: person.organisationId }} className="link">
                  {organisation.data?.name ?? '…'}
                </Link>,
              ],
              [t('email'), person.email],
              [t('createdAt'), <Time key="c" at={person.createdAt} />],
            ]}
          />
        </section>
        {person.state === 'removed' ? null : (
          <>
            <Change person={person} kind={organisation.data?.kind} />
            <Actions person={person} />
          </>
        )}
      </div>
    </Page>
  );
}

function useAfter(person: Person): (done: keyof typeof doneTexts) => Promise<void> {
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  return async done => {
    void queries.invalidateQueries({ queryKey: ['people'] });
    await queries.invalidateQueries({ queryKey: ['person', person.id] });
    await navigate({ search: { done }, replace: true });
  };
}

function Change({ person, kind }: { person: Person; kind: string | undefined }) {
  const t = useTexts(texts);
  const after = useAfter(person);
  const { data: ceptoars = [] } = useQuery(ceptoarsQuery);
  const [input, setInput] = useState<Schemas['ChangePersonCommand']>({
    name: person.name,
    nameEn: person.nameEn,
    duty: person.duty,
    dutyEn: person.dutyEn,
    roles: person.roles,
    active: person.state !== 'inactive',
  });
  const set = (part: typeof input) => setInput({ ...input, ...part });
  const change = useWrite(
    (body: typeof input, keyed) => answer(api.PUT('/api/people/{personId}', { params: { path: { personId: person.id } }, body, ...keyed })),
    { onDone: () => after('saved') },
  );
  const fitting = kind
    ? rolesOf(
        kind,
        ceptoars.some(c => c.secretariat.id === person.organisationId),
      )
    : [];
  return (
    <section className="card" aria-labelledby="change">
      <h2 id="change" className="mb-4 text-xl">
        {t('facts')}
      </h2>
      <HubForm problem={change.error} onSubmit={() => change.send(input)}>
        <TextInput name="name" label={t('name')} isRequired autoComplete="off" value={input.name ?? ''} onChange={name => set({ name })} />
        <TextInput name="nameEn" label={t('nameEn')} autoComplete="off" value={input.nameEn ?? ''} onChange={nameEn => set({ nameEn })} />
        <TextInput name="duty" label={t('duty')} explanation={t('dutyRule')} value={input.duty ?? ''} onChange={duty => set({ duty })} />
        <TextInput name="dutyEn" label={t('dutyEn')} value={input.dutyEn ?? ''} onChange={dutyEn => set({ dutyEn })} />
        <RolesField fitting={fitting} value={input.roles ?? []} onChange={roles => set({ roles })} />
        <Check name="active" isSelected={input.active ?? true} onChange={active => set({ active })}>
          {t('active')}
          <span className="block text-sm text-solid-gray-700">{t('activeExplained')}</span>
        </Check>
        <Button type="submit" isPending={change.isPending} className="self-start px-8">
          {t('save')}
        </Button>
      </HubForm>
    </section>
  );
}

function Actions({ person }: { person: Person }) {
  const t = useTexts(texts);
  const me = useMe();
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const after = useAfter(person);
  const params = { path: { personId: person.id } };
  const again = useWrite((_: string, keyed) => answer(api.POST('/api/people/{personId}/invitation', { params, ...keyed })), {
    onDone: () => after('again'),
  });
  const reset = useWrite((_: string, keyed) => answer(api.POST('/api/people/{personId}/authenticator-reset', { params, ...keyed })), {
    onDone: () => after('reset'),
  });
  const remove = useWrite((_: string, keyed) => answer(api.DELETE('/api/people/{personId}', { params, ...keyed })), {
    onDone: async () => {
      await queries.invalidateQueries({ queryKey: ['people'] });
      await navigate({ to: '/people', search: {}, replace: true });
    },
  });
  const { name } = person;
  const own = me.person?.id === person.id;
  return (
    <section className="card not-printed" aria-labelledby="actions">
      <h2 id="actions" className="mb-4 text-xl">
        {t('actions')}
      </h2>
      <div className="flex flex-wrap gap-3">
        {person.state === 'invited' ? (
          <Confirm
            label={t('again')}
            question={t('againAsk', { name })}
            problem={again.error}
            isPending={again.isPending}
            done={again.isSuccess}
            onConfirm={() => again.send(person.id)}
          >
            <p>{t('againDetail')}</p>
          </Confirm>
        ) : null}
        {own || person.state !== 'active' ? null : (
          <Confirm
            label={t('resetDo')}
            danger
            question={t('resetAsk', { name })}
            problem={reset.error}
            isPending={reset.isPending}
            done={reset.isSuccess}
            onConfirm={() => reset.send(person.id)}
          >
            <p>{t('resetDetail')}</p>
          </Confirm>
        )}
        <Confirm
          label={t('remove')}
          danger
          question={t('removeAsk', { name })}
          problem={remove.error}
          isPending={remove.isPending}
          done={remove.isSuccess}
          onConfirm={() => remove.send(person.id)}
        >
          <p>{t('removeDetail')}</p>
        </Confirm>
      </div>
      {own && has(me, 'manager', 'administrator') ? <p className="mt-3 text-sm text-solid-gray-700">{t('resetOwn')}</p> : null}
    </section>
  );
}
