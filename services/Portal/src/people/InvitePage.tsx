import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { FormButtons } from '@/app/ui/FormButtons';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Leaving } from '@/app/ui/Leaving';
import { Page } from '@/app/ui/Page';
import { ceptoarsQuery, organisationQuery, rolesOf } from '@/directory/directory';
import { RolesField } from './RolesField';
import { texts } from './texts';

const route = getRouteApi('/frame/people/invite');

/** Brings a person into an organisation. */
export function InvitePage() {
  const t = useTexts(texts);
  const me = useMe();
  const { organisation = me.organisation.id } = route.useSearch();
  const query = useQuery(organisationQuery(organisation));
  return (
    <Page title={t('invite')}>
      <p className="mb-6">{t('inviteLead')}</p>
      <Answered query={query}>{found => <Invite organisation={found} />}</Answered>
    </Page>
  );
}

const nobody: Schemas['InvitePersonCommand'] = { name: '', nameEn: '', email: '', duty: '', dutyEn: '', roles: [] };

function Invite({ organisation }: { organisation: Schemas['GetOrganisationView'] }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const { data: ceptoars = [] } = useQuery(ceptoarsQuery);
  const fitting = rolesOf(
    organisation.kind,
    ceptoars.some(c => c.secretariat.id === organisation.id),
  );
  const [input, setInput] = useState<Schemas['InvitePersonCommand']>(nobody);
  const set = (part: typeof input) => setInput({ ...input, ...part });
  const invite = useWrite((body: Schemas['InvitePersonCommand'], keyed) => answer(api.POST('/api/people', { body, ...keyed })), {
    onDone: async person => {
      void queries.invalidateQueries({ queryKey: ['people'] });
      await navigate({ to: '/people/$id', params: { id: person.id }, search: { done: 'invited' }, replace: true, ignoreBlocker: true });
    },
  });
  return (
    <div className="card">
      <Leaving when={JSON.stringify(input) !== JSON.stringify(nobody)} />
      <p className="mb-6">
        {t('organisation')}:{' '}
        <Link to="/directory/organisations/$id" params={{ id: organisation.id }} className="link font-bold">
          {organisation.name}
        </Link>
      </p>
      <HubForm problem={invite.error} onSubmit={() => invite.send({ ...input, organisationId: organisation.id })}>
        <TextInput name="name" label={t('name')} isRequired autoComplete="off" value={input.name ?? ''} onChange={name => set({ name })} />
        <TextInput
          name="email"
          type="email"
          label={t('email')}
          isRequired
          autoComplete="off"
          value={input.email ?? ''}
          onChange={email => set({ email })}
        />
        <TextInput name="duty" label={t('duty')} explanation={t('dutyRule')} value={input.duty ?? ''} onChange={duty => set({ duty })} />
        <RolesField fitting={fitting} value={input.roles ?? []} onChange={roles => set({ roles })} />
        <TextInput name="nameEn" label={t('nameEn')} autoComplete="off" value={input.nameEn ?? ''} onChange={nameEn => set({ nameEn })} />
        <TextInput name="dutyEn" label={t('dutyEn')} value={input.dutyEn ?? ''} onChange={dutyEn => set({ dutyEn })} />
        <FormButtons does={t('inviteSend')} isPending={invite.isPending} onCancel={() => window.history.back()} />
      </HubForm>
    </div>
  );
}
