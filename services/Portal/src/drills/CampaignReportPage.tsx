import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useLanguage, useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Card } from '@/app/ui/Card';
import { DrillBand } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Table } from '@/app/ui/Table';
import { number } from '@/app/ui/time';
import { Downloads } from './Downloads';
import { type CampaignReport, campaignReportQuery } from './drills';
import { confirmedShare, rate, within } from './figures';
import { Head } from './Head';
import { Above, StateMark } from './parts';
import { Results } from './Results';
import { reportTexts } from './reportTexts';
import { SurveyResults } from './SurveyResults';
import { Years } from './Years';

const route = getRouteApi('/frame/drills/campaigns/$id/report');

/** What a campaign came to: all its drills together, each of them, and earlier years. */
export function CampaignReportPage() {
  const { id } = route.useParams();
  const query = useQuery(campaignReportQuery(id));
  return <Answered query={query}>{report => <Shown key={report.campaign.id} report={report} />}</Answered>;
}

function Shown({ report }: { report: CampaignReport }) {
  const t = useTexts(reportTexts);
  const { campaign, figures } = report;
  return (
    <Page
      title={t('campaignTitle', { title: campaign.title })}
      above={
        <>
          <Above>
            <Link to="/drills/campaigns/$id" params={{ id: campaign.id }} className="link">
              ← {t('toCampaign')}
            </Link>
          </Above>
          <DrillBand className="mb-4" />
        </>
      }
    >
      <div className="flex flex-col gap-6">
        <Head figures={figures} />
        <Downloads path={`/api/drills/campaigns/${campaign.id}/report`} name={`drills-${campaign.year}`} />
        {campaign.aims ? (
          <Card title={t('aims')}>
            <p className="whitespace-pre-line">{campaign.aims}</p>
          </Card>
        ) : null}
        <Card title={t('drills')}>
          <Drills drills={report.drills} />
        </Card>
        <section className="card flex flex-col gap-8">
          <Results figures={figures} />
        </section>
        <SurveyResults survey={report.survey} />
        <Years
          present={{
            year: campaign.year,
            participants: figures.participants,
            confirmed: figures.confirmed,
            share: confirmedShare(figures),
          }}
          earlier={report.earlier.map(one => ({
            year: one.year,
            participants: one.participants,
            confirmed: one.confirmed,
            share: one.rate,
          }))}
        />
      </div>
    </Page>
  );
}

function Drills({ drills }: { drills: CampaignReport['drills'] }) {
  const t = useTexts(reportTexts);
  const language = useLanguage();
  return (
    <Table
      caption={t('drills')}
      rows={drills}
      keyOf={({ drill }) => drill.id}
      columns={[
        {
          head: t('ceptoar'),
          cell: ({ drill, figures }) =>
            figures ? (
              <Link
                to="/drills/$id/report"
                params={{ id: drill.id }}
                className="link"
                aria-label={t('open', { ceptoar: drill.ceptoarName })}
              >
                {drill.ceptoarName}
              </Link>
            ) : (
              drill.ceptoarName
            ),
        },
        { head: t('state'), cell: ({ drill }) => <StateMark state={drill.state} /> },
        { head: t('recipients'), cell: ({ figures }) => (figures ? number(figures.participants, language) : t('notYet')) },
        { head: t('confirmed'), cell: ({ figures }) => (figures ? number(figures.confirmed, language) : null) },
        { head: t('rate'), cell: ({ figures }) => (figures ? <strong>{rate(confirmedShare(figures))}</strong> : null) },
        ...(['within30Min', 'within2H'] as const).map(mark => ({
          head: `${t('confirmed')} ${t(mark)}`,
          cell: ({ figures }: CampaignReport['drills'][number]) => (figures ? rate(within(figures, mark)) : null),
        })),
      ]}
    />
  );
}
