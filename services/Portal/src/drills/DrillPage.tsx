import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useLanguage, useTexts } from '@/app/language';
import { drillCentre, has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Card } from '@/app/ui/Card';
import { Facts } from '@/app/ui/Facts';
import { LinkButton } from '@/app/ui/LinkButton';
import { DrillBand } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Time } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { Saved } from '@/members/Saved';
import { Acts } from './Acts';
import { BoardPart } from './BoardPart';
import { Customise } from './Customise';
import { campaignQuery, type Drill, drillQuery } from './drills';
import { Participants } from './Participants';
import { BackToDrills, StateMark, When } from './parts';
import { StopAll } from './StopAll';
import { TextShown } from './TextShown';
import { lacking } from './text';
import { texts } from './texts';
import { useDrillChannel } from './useFaultWords';

const route = getRouteApi('/frame/drills/$id');

/** The drill of one CEPTOAR: how it stands, what goes out and to whom, and how far it came. */
export function DrillPage() {
  const { id } = route.useParams();
  const query = useQuery(drillQuery(id));
  return <Answered query={query}>{drill => <Shown key={drill.id} drill={drill} />}</Answered>;
}

function Shown({ drill }: { drill: Drill }) {
  const t = useTexts(texts);
  const me = useMe();
  const [said, setSaid] = useState('');
  const names = has(me, 'secretariat', ...drillCentre);
  const ended = Boolean(drill.endedAt);
  return (
    <Page
      title={t('drill.title', { ceptoar: drill.ceptoarName })}
      above={
        <>
          <StopAll />
          <BackToDrills />
          <DrillBand className="mb-4" />
        </>
      }
      aside={
        <div className="not-printed flex flex-wrap gap-3">
          {ended ? (
            <LinkButton to="/drills/$id/report" params={{ id: drill.id }}>
              {t('drill.report')}
            </LinkButton>
          ) : null}
          {drill.mayConduct ? <Acts drill={drill} onSaid={setSaid} /> : null}
        </div>
      }
    >
      <Saved said={said} />
      <div className="flex flex-col gap-6">
        {drill.startedAt ? <BoardPart drill={drill} /> : null}
        <Card title={t('state')}>
          <Terms drill={drill} />
        </Card>
        <Card title={t('drill.text')}>
          <Text drill={drill} />
        </Card>
        {drill.mayCustomise ? <Customise drill={drill} /> : null}
        {names ? <Participants drill={drill} /> : null}
      </div>
    </Page>
  );
}

function Terms({ drill }: { drill: Drill }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const channel = useDrillChannel();
  const campaign = useQuery(campaignQuery(drill.campaignId)).data;
  const facts: [string, ReactNode][] = [
    [t('state'), <StateMark key="state" state={drill.state} />],
    [t('drill.stopReason'), drill.stopReason],
    [
      t('drill.campaign'),
      campaign ? (
        <Link key="campaign" to="/drills/campaigns/$id" params={{ id: drill.campaignId }} className="link">
          {language === 'en' ? campaign.titleEn : campaign.title}
        </Link>
      ) : null,
    ],
    [t('when'), <When key="when" drill={drill} />],
    [t('drill.closes'), drill.state === 'running' && drill.closesAt ? <Time key="closes" at={drill.closesAt} /> : null],
    [t('drill.minutes'), t('drill.minutesOf', { minutes: drill.minutes })],
    [t('drill.pace'), drill.pace > 1 ? t('drill.paceOf', { pace: drill.pace }) : null],
    ['TLP', <Tlp key="tlp" level={drill.tlp} explained />],
    [t('who'), t('participants', { count: drill.participants })],
    [
      t('drill.way'),
      <ul key="way" className="list-disc ps-5">
        <li>{drill.twoWay ? t('drill.twoWay') : t('drill.oneWay')}</li>
        <li>{drill.withoutLiaison ? t('drill.withoutLiaison') : t('drill.withLiaison')}</li>
        <li>{drill.contentInMail ? t('drill.contentInMail') : t('drill.noContentInMail')}</li>
      </ul>,
    ],
    [t('drill.channelsOff'), drill.channelsOff.length > 0 ? drill.channelsOff.map(channel).join('・') : t('drill.channelsAll')],
  ];
  return (
    <>
      <Facts facts={facts} />
      {drill.advisoryId ? (
        <div className="not-printed mt-4 flex flex-wrap gap-3">
          <LinkButton to="/advisories/$id" params={{ id: drill.advisoryId }} look="secondary">
            {t('drill.advisory')}
          </LinkButton>
          <ToReach id={drill.advisoryId} />
        </div>
      ) : null}
    </>
  );
}

/** The board of its advisory, for whose roles have that page. */
function ToReach({ id }: { id: string }) {
  const t = useTexts(texts);
  if (!has(useMe(), 'secretariat', 'liaison', 'analyst', 'approver')) return null;
  return (
    <LinkButton to="/advisories/$id/reach" params={{ id }} look="secondary">
      {t('drill.reach')}
    </LinkButton>
  );
}

function Text({ drill }: { drill: Drill }) {
  const t = useTexts(texts);
  const missing = lacking(drill.fullText);
  return (
    <>
      <p className="mb-4 text-sm text-solid-gray-700">{drill.startedAt ? t('drill.textAsSent') : t('drill.textWhat')}</p>
      {drill.state === 'planned' && missing.length > 0 ? (
        <p className="mb-4 font-bold text-red-1000">
          {t('drill.textMissing', { fields: missing.map(field => t(`text.${field}`)).join('・') })}
        </p>
      ) : null}
      <TextShown text={drill.fullText} />
    </>
  );
}
