import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Card } from '@/app/ui/Card';
import { Facts } from '@/app/ui/Facts';
import { Loading } from '@/app/ui/Loading';
import { DrillBand } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Time } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { Downloads } from './Downloads';
import { type DrillReport, drillQuery, drillReportQuery, isTooEarly } from './drills';
import { confirmedShare } from './figures';
import { Head } from './Head';
import { Above, StateMark } from './parts';
import { Results } from './Results';
import { reportTexts } from './reportTexts';
import { SurveyResults } from './SurveyResults';
import { texts } from './texts';
import { Years } from './Years';

const route = getRouteApi('/frame/drills/$id/report');

/** What a drill came to; there the minute it has closed. */
export function DrillReportPage() {
  const { id } = route.useParams();
  const query = useQuery(drillReportQuery(id));
  if (query.data === undefined && isTooEarly(query.error)) return <TooEarly id={id} />;
  return <Answered query={query}>{report => <Shown key={report.drill.id} report={report} />}</Answered>;
}

function TooEarly({ id }: { id: string }) {
  const t = useTexts(reportTexts);
  const drill = useQuery(drillQuery(id));
  return (
    <Answered query={drill}>
      {({ ceptoarName, endedAt }) => (
        <Page title={t('title', { ceptoar: ceptoarName })} above={<BackAndBand id={id} />}>
          <div role="status">
            <p>{endedAt ? t('making') : t('tooEarly')}</p>
            {endedAt ? <Loading /> : null}
          </div>
        </Page>
      )}
    </Answered>
  );
}

function BackAndBand({ id }: { id: string }) {
  const t = useTexts(reportTexts);
  return (
    <>
      <Above>
        <Link to="/drills/$id" params={{ id }} className="link">
          ← {t('toDrill')}
        </Link>
      </Above>
      <DrillBand className="mb-4" />
    </>
  );
}

function Shown({ report }: { report: DrillReport }) {
  const t = useTexts(reportTexts);
  const td = useTexts(texts);
  const { drill, figures } = report;
  return (
    <Page title={t('title', { ceptoar: drill.ceptoarName })} above={<BackAndBand id={drill.id} />}>
      <div className="flex flex-col gap-6">
        <Head figures={figures} />
        <Downloads path={`/api/drills/${drill.id}/report`} name={`drill-${drill.year}-${drill.ceptoar}`} />
        <Card title={drill.title}>
          <Facts
            facts={[
              [t('state'), <StateMark key="state" state={drill.state} />],
              [td('drill.stopReason'), drill.stopReason],
              [t('began'), drill.startedAt ? <Time key="began" at={drill.startedAt} relative={false} /> : null],
              [t('ended'), drill.endedAt ? <Time key="ended" at={drill.endedAt} relative={false} /> : null],
              [td('drill.pace'), drill.pace > 1 ? td('drill.paceOf', { pace: drill.pace }) : null],
              ['TLP', <Tlp key="tlp" level={drill.tlp} />],
            ]}
          />
        </Card>
        <section className="card flex flex-col gap-8">
          <Results figures={figures} />
        </section>
        <SurveyResults survey={report.survey} />
        <Years
          present={{ year: drill.year, participants: figures.participants, confirmed: figures.confirmed, share: confirmedShare(figures) }}
          earlier={report.earlier.map(one => ({
            year: one.year,
            participants: one.figures.participants,
            confirmed: one.figures.confirmed,
            share: confirmedShare(one.figures),
          }))}
        />
      </div>
    </Page>
  );
}
