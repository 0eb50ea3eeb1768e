import { useTexts } from '@/app/language';
import { drilled, drillOverseers, has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { LinkButton } from '@/app/ui/LinkButton';
import { DrillBand } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Consent } from './Consent';
import { Mine } from './Mine';
import { Overview } from './Overview';
import { StopAll } from './StopAll';
import { texts } from './texts';

/** Drills as one's roles have to do with them: overseen, or taken part in, or both. */
export function DrillsPage() {
  const t = useTexts(texts);
  const me = useMe();
  const oversees = has(me, ...drillOverseers);
  const takesPart = has(me, ...drilled);
  return (
    <Page
      title={t('title')}
      above={
        <>
          <DrillBand className="mb-4" />
          <StopAll />
        </>
      }
      aside={has(me, 'controller') ? <LinkButton to="/drills/campaigns/new">{t('newCampaign')}</LinkButton> : null}
    >
      <p className="mb-6">{oversees ? t('overseerWhat') : t('mineWhat')}</p>
      <div className="flex flex-col gap-6">
        {oversees ? <Overview /> : null}
        {takesPart ? (
          <>
            <Consent />
            <Mine />
          </>
        ) : null}
      </div>
    </Page>
  );
}
