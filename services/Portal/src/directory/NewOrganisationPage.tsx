import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { Page } from '@/app/ui/Page';
import { organisationQuery } from './directory';
import { OrganisationForm } from './OrganisationForm';
import { texts } from './texts';

export function NewOrganisationPage() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const register = useWrite(
    ({ active: _, ...body }: Schemas['ChangeOrganisationCommand'], keyed) => answer(api.POST('/api/organisations', { body, ...keyed })),
    {
      onDone: async entry => {
        queries.setQueryData(organisationQuery(entry.id).queryKey, entry);
        void queries.invalidateQueries({ queryKey: ['organisations'] });
        await navigate({
          to: '/directory/organisations/$id',
          params: { id: entry.id },
          search: { saved: true },
          replace: true,
          ignoreBlocker: true,
        });
      },
    },
  );
  return (
    <Page title={t('register')}>
      <p className="mb-6">{t('registerLead')}</p>
      <div className="card">
        <OrganisationForm write={register} submit={t('register')} onCancel={() => void navigate({ to: '/directory/organisations' })} />
      </div>
    </Page>
  );
}
