import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { HubForm } from '@/app/ui/HubForm';
import { Leaving } from '@/app/ui/Leaving';
import { Page } from '@/app/ui/Page';
import { type Ceptoar, ceptoarsQuery } from '@/directory/directory';
import { type Details, DetailsFields } from './DetailsPart';
import { changed } from './members';
import { texts } from './texts';

/** A secretariat registers an operator of one of its CEPTOARs. */
export function NewMemberPage() {
  const t = useTexts(texts);
  const me = useMe();
  const query = useQuery(ceptoarsQuery);
  return (
    <Page title={t('newTitle')}>
      <p className="mb-4">{t('newWhat')}</p>
      <Answered query={query}>{ceptoars => <Form own={ceptoars.filter(c => c.secretariat.id === me.organisation.id)} />}</Answered>
    </Page>
  );
}

function Form({ own }: { own: readonly Ceptoar[] }) {
  const t = useTexts(texts);
  const router = useRouter();
  const queries = useQueryClient();
  const [first] = useState<Details>({
    name: '',
    nameEn: null,
    prefecture: null,
    size: null,
    sectors: own.slice(0, 1).map(c => c.sector),
    ceptoars: own.length === 1 ? own.map(c => c.code) : [],
    secondHop: [],
    active: true,
  });
  const [details, setDetails] = useState(first);
  const register = useWrite(
    (body: Schemas['RegisterOrganisationCommand'], keyed) => answer(api.POST('/api/organisations', { body, ...keyed })),
    {
      onDone: async ({ id }) => {
        await changed(queries, id);
        await router.navigate({ to: '/members/$id', params: { id }, ignoreBlocker: true });
      },
    },
  );
  const { active: _, ...said } = details;
  return (
    <div className="card">
      <Leaving when={JSON.stringify(details) !== JSON.stringify(first)} />
      <HubForm problem={register.error} onSubmit={() => register.send({ ...said, kind: 'operator' })}>
        <DetailsFields details={details} onChange={setDetails} />
        <Button type="submit" isPending={register.isPending} className="self-start">
          {t('register')}
        </Button>
      </HubForm>
    </div>
  );
}
