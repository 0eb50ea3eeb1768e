import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCodes } from '@/app/codes';
import { useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { DrillMark, Mark, Severity, Urgent } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Time } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { type Advisory, advisoryQuery } from './advisory';
import { texts } from './texts';

const route = getRouteApi('/frame/advisories/$id');

/** One advisory: its level first, then what it says in plain words, what to do, and the rest. */
export function AdvisoryPage() {
  const { id } = route.useParams();
  const query = useQuery(advisoryQuery(id));
  return <Answered query={query}>{advisory => <Shown key={advisory.id} advisory={advisory} />}</Answered>;
}

function Shown({ advisory }: { advisory: Advisory }) {
  const t = useTexts(texts);
  return (
    <Page title={advisory.title ?? t('recalled')} above={<Level advisory={advisory} />}>
      {advisory.summary ? (
        <section className="card mb-4">
          <h2 className="mb-2 text-xl">{t('summary')}</h2>
          <p className="whitespace-pre-line">{advisory.summary}</p>
        </section>
      ) : null}
    </Page>
  );
}

/** Level, handling marks and what else must never be out of sight while one reads. */
function Level({ advisory }: { advisory: Advisory }) {
  const name = useCodes();
  return (
    <div className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-2 border-b border-solid-gray-420 bg-solid-gray-50 py-2">
      {advisory.drill ? <DrillMark explained /> : null}
      <Tlp level={advisory.tlp} explained />
      {advisory.handling.map(code => (
        <Mark key={code}>{name('handlingRestrictions', code)}</Mark>
      ))}
      <Urgent code={advisory.urgency} />
      <Severity code={advisory.severity} />
      <Time at={advisory.issuedAt} />
    </div>
  );
}
