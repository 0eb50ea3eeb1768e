import { useRouter } from '@tanstack/react-router';
import { useTexts } from '@/app/language';
import { DrillBand } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { CampaignForm } from './CampaignForm';
import { campaignTexts } from './campaignTexts';
import { BackToDrills } from './parts';

/** The centre begins a year's campaign. */
export function NewCampaignPage() {
  const t = useTexts(campaignTexts);
  const router = useRouter();
  return (
    <Page
      title={t('newTitle')}
      above={
        <>
          <DrillBand className="mb-4" />
          <BackToDrills />
        </>
      }
    >
      <p className="mb-6">{t('newWhat')}</p>
      <CampaignForm
        onDone={id =>
          void router.navigate({ to: '/drills/campaigns/$id', params: { id }, search: { saved: true }, replace: true, ignoreBlocker: true })
        }
      />
    </Page>
  );
}
