import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { advisoryQuery } from '@/advisory/advisory';
import { LevelLine } from '@/advisory/LevelLine';
import type { Schemas } from '@/api/client';
import { useLanguage, useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { LinkButton } from '@/app/ui/LinkButton';
import { Loading } from '@/app/ui/Loading';
import { Page } from '@/app/ui/Page';
import { SaveFile } from '@/app/ui/SaveFile';
import { useNow } from '@/app/ui/Time';
import { japanTime } from '@/app/ui/time';
import { ChannelsOff } from '@/channels/ChannelsOff';
import { ChannelList, OnDutyLine } from '@/members/Contacts';
import { channelsQuery, onDutyQuery } from '@/members/contacts';
import { escalationQuery, reachQuery } from './reach';
import { byNeed } from './rules';
import { CallListMark, StepList } from './StepList';
import { byOrganisation, type Escalated } from './steps';
import { texts } from './texts';

const route = getRouteApi('/frame/advisories/$id/call-sheet');

/** Who is to be called, how, and room to write: for paper, when people call from several desks. */
export function CallSheetPage() {
  const { id } = route.useParams();
  const query = useQuery(reachQuery(id));
  return <Answered query={query}>{reach => <Sheet id={id} silent={byNeed(reach.silent ?? [])} hidden={reach.silent === null} />}</Answered>;
}

function Sheet({ id, silent, hidden }: { id: string; silent: readonly Schemas['SilentOne'][]; hidden: boolean }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const now = useNow();
  const advisory = useQuery(advisoryQuery(id)).data;
  const tried = byOrganisation(useQuery({ ...escalationQuery(id), enabled: !hidden, retry: false }).data?.items ?? []);
  const plans = useQueries({ queries: silent.map(one => channelsQuery(one.organisationId)) });
  const duties = useQueries({ queries: silent.map(one => onDutyQuery(one.organisationId)) });
  const ready = [...plans, ...duties].every(query => !query.isPending);
  return (
    <Page
      title={t('sheetTitle')}
      above={<LevelLine id={id} />}
      aside={
        <div className="not-printed flex flex-wrap gap-3">
          <Button isDisabled={!ready || silent.length === 0} onPress={() => window.print()}>
            {t('print')}
          </Button>
          <SaveFile
            path={`/api/advisories/${id}/calls?format=csv`}
            accept="text/csv"
            name={`${advisory?.number ?? 'calls'}.csv`}
            label={t('callsCsv')}
          />
          {advisory && advisory.tlp !== 'RED' ? (
            <LinkButton to="/advisories/$id/sheet" params={{ id }} look="secondary">
              {t('faxSheet')}
            </LinkButton>
          ) : null}
          <LinkButton to="/advisories/$id/reach" params={{ id }} look="quiet">
            {t('back')}
          </LinkButton>
        </div>
      }
    >
      <p className="text-lg font-bold">
        {advisory?.number} {advisory?.title}
      </p>
      <p>{t('sheetMade', { time: japanTime(now, language, now) })}</p>
      <p className="mb-4">{t('sheetWhat')}</p>
      <ChannelsOff />
      {hidden ? <p className="card">{t('silentHidden')}</p> : silent.length === 0 ? <p className="card">{t('silentNone')}</p> : null}
      {silent.length > 0 && !ready ? <Loading /> : null}
      <ol className="flex flex-col">
        {silent.map((one, place) => (
          <li
            key={one.organisationId}
            className="break-inside-avoid grid grid-cols-1 gap-x-6 gap-y-2 border-t border-solid-gray-536 py-3 md:grid-cols-[minmax(0,1fr)_16rem] print:grid-cols-[minmax(0,1fr)_7cm]"
          >
            <div>
              <h2 className="flex flex-wrap items-center gap-2 text-lg">
                {place + 1}. {one.name}
                {one.onCallList ? <CallListMark /> : null}
              </h2>
              {duties[place]?.data ? <OnDutyLine onDuty={duties[place].data} /> : null}
              {plans[place]?.data ? (
                <ChannelList items={plans[place].data.items} standard={plans[place].data.source === 'ceptoar'} />
              ) : null}
              <Tried escalated={tried.get(one.organisationId)} name={one.name} />
            </div>
            <div className="min-h-20 rounded border border-dashed border-solid-gray-536 p-2 text-sm text-solid-gray-700">
              {t('written')}
            </div>
          </li>
        ))}
      </ol>
    </Page>
  );
}

function Tried({ escalated, name }: { escalated: Escalated | undefined; name: string }) {
  const t = useTexts(texts);
  if (!escalated) return null;
  return (
    <div className="mt-2">
      <h3 className="text-sm">{t('tried')}</h3>
      <StepList escalated={escalated} name={name} />
    </div>
  );
}
