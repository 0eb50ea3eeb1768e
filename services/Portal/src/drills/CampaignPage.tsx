import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useTexts } from '@/app/language';
import { drillCentre, has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Card } from '@/app/ui/Card';
import { LinkButton } from '@/app/ui/LinkButton';
import { DrillBand, Mark } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Time } from '@/app/ui/Time';
import { Saved } from '@/members/Saved';
import { CampaignForm } from './CampaignForm';
import { campaignTexts } from './campaignTexts';
import { type Campaign, campaignQuery } from './drills';
import { BackToDrills } from './parts';
import { Rehearsals } from './Rehearsals';
import { Schedule } from './Schedule';
import { Sheets } from './Sheets';
import { StopAll } from './StopAll';
import { parts } from './search';
import { TextShown } from './TextShown';

const route = getRouteApi('/frame/drills/campaigns/$id');

/** A year's campaign: its dates, sheets, rehearsals, aims and text; who conducts it changes them. */
export function CampaignPage() {
  const { id } = route.useParams();
  const query = useQuery(campaignQuery(id));
  return <Answered query={query}>{campaign => <Shown key={campaign.id} campaign={campaign} />}</Answered>;
}

function Shown({ campaign }: { campaign: Campaign }) {
  const t = useTexts(campaignTexts);
  const language = useLanguage();
  const me = useMe();
  const { part = 'schedule', saved } = route.useSearch();
  const centre = has(me, ...drillCentre);
  return (
    <Page
      title={language === 'en' ? campaign.titleEn : campaign.title}
      above={
        <>
          <StopAll />
          <BackToDrills />
          <DrillBand className="mb-4" />
        </>
      }
      aside={
        campaign.drills.some(drill => drill.endedAt) ? (
          <LinkButton to="/drills/campaigns/$id/report" params={{ id: campaign.id }} look="secondary">
            {t('report')}
          </LinkButton>
        ) : null
      }
    >
      <p className="mb-4 flex flex-wrap items-center gap-x-4">
        <Mark>{t('yearOf', { year: String(campaign.year) })}</Mark>
        {campaign.closedAt ? (
          <span>
            {t('closedAt')}: <Time at={campaign.closedAt} />
          </span>
        ) : null}
      </p>
      <Saved said={saved ? t('created') : ''} />
      <nav aria-label={t('parts.label')} className="not-printed mb-6 border-b border-solid-gray-420">
        <ul className="flex flex-wrap gap-x-2">
          {parts
            .filter(which => which !== 'rehearsals' || centre)
            .map(which => (
              <li key={which}>
                <Link
                  to="/drills/campaigns/$id"
                  params={{ id: campaign.id }}
                  search={which === 'schedule' ? {} : { part: which }}
                  aria-current={part === which ? 'page' : undefined}
                  className={`inline-flex min-h-11 items-center border-b-4 px-3 py-2 text-blue-1000 hover:underline ${part === which ? 'border-blue-900 font-bold' : 'border-transparent'}`}
                >
                  {t(`parts.${which}`)}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      {part === 'schedule' ? <Schedule campaign={campaign} /> : null}
      {part === 'sheets' ? <Sheets campaign={campaign} /> : null}
      {part === 'rehearsals' && centre ? <Rehearsals campaign={campaign} /> : null}
      {part === 'text' ? <AimsAndText campaign={campaign} /> : null}
    </Page>
  );
}

function AimsAndText({ campaign }: { campaign: Campaign }) {
  const t = useTexts(campaignTexts);
  const language = useLanguage();
  const [said, setSaid] = useState('');
  const [round, setRound] = useState(0);
  if (has(useMe(), 'controller')) {
    return (
      <>
        <Saved said={said} />
        <CampaignForm
          key={round}
          campaign={campaign}
          onDone={() => {
            setSaid(t('saved'));
            setRound(n => n + 1);
          }}
        />
      </>
    );
  }
  const aims = language === 'en' ? campaign.aimsEn : campaign.aims;
  return (
    <div className="flex flex-col gap-4">
      <Card title={t('aims')}>
        <p className="whitespace-pre-line">{aims || t('aimsNone')}</p>
      </Card>
      <Card title={t('text')}>
        <TextShown text={campaign.text} />
      </Card>
    </div>
  );
}
