import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { useTableNames } from '@/app/tables';
import { Answered } from '@/app/ui/Answered';
import { Confirm } from '@/app/ui/Confirm';
import { Facts } from '@/app/ui/Facts';
import { LinkButton } from '@/app/ui/LinkButton';
import { Mark } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Time, useNow } from '@/app/ui/Time';
import { japanTime } from '@/app/ui/time';
import { ceptoarsQuery } from '@/directory/directory';
import { policyQuery, useScopeName } from './policies';
import { Rules } from './Rules';
import { keeps, type Policy } from './rules';
import { texts } from './texts';

const route = getRouteApi('/frame/policies/$scope');

/** The versions of one scope's policy; what waits for a decision first. */
export function PolicyPage() {
  const t = useTexts(texts);
  const { scope } = route.useParams();
  const { done } = route.useSearch();
  const me = useMe();
  const name = useScopeName();
  const query = useQuery(policyQuery(scope));
  const { data: ceptoars = [] } = useQuery(ceptoarsQuery);
  const own = keeps(me, scope, ceptoars);
  return (
    <Answered query={query}>
      {versions => (
        <Page
          title={name(scope)}
          above={
            <p className="not-printed mb-4">
              <Link to="/policies" className="link">
                ← {t('title')}
              </Link>
            </p>
          }
          aside={
            own ? (
              <LinkButton look="secondary" to="/policies/$scope/edit" params={{ scope }}>
                {t('write')}
              </LinkButton>
            ) : null
          }
        >
          <p role="status" className={done ? 'card mb-6 font-bold' : 'sr-only'}>
            {done ? `✓ ${t(`done.${done}`)}` : ''}
          </p>
          {versions.length === 0 ? <p className="card">{`${t('noHistory')} ${t('onlyNational')}`}</p> : null}
          <div className="flex flex-col gap-4">
            {versions.map(version => (
              <Version key={version.number} version={version} own={own} />
            ))}
          </div>
        </Page>
      )}
    </Answered>
  );
}

function Version({ version, own }: { version: Policy; own: boolean }) {
  const t = useTexts(texts);
  const me = useMe();
  const language = useLanguage();
  const now = useNow();
  const tableName = useTableNames();
  const waits = version.state === 'draft' || version.state === 'awaitingCentre';
  const mayDecide =
    (version.state === 'draft' && own && (version.scope !== 'national' || has(me, 'approver'))) ||
    (version.state === 'awaitingCentre' && has(me, 'approver'));
  const from = version.effectiveFrom ? japanTime(new Date(version.effectiveFrom), language, now) : undefined;
  const state = version.inForce
    ? t('inForce')
    : version.state === 'approved' && !isLater(version, now)
      ? t('replaced')
      : t(`states.${version.state as 'draft'}`);
  return (
    <section className={`card ${version.inForce ? 'border-s-8 border-s-green-800' : waits ? 'border-s-8 border-s-orange-1000' : ''}`}>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <h2 className="text-xl">{t('version', { number: version.number })}</h2>
        <Mark>{state}</Mark>
        <span className="text-sm text-solid-gray-700">
          {waits
            ? from
              ? t('willBe', { time: from })
              : t('atOnce')
            : from
              ? t('since', { time: from })
              : version.state === 'approved'
                ? t('builtIn')
                : ''}
        </span>
      </div>
      <Facts
        facts={[
          [t('note'), version.note],
          [t('drafted'), version.draftedAt ? <Time key="d" at={version.draftedAt} /> : null],
          [t('approved'), version.approvedAt ? <Time key="a" at={version.approvedAt} /> : null],
          [t('signedOff'), version.signedOffAt ? <Time key="s" at={version.signedOffAt} /> : null],
        ]}
      />
      {version.relaxed.length > 0 ? (
        <>
          <h3 className="mt-4 mb-2 text-lg">{t('relaxed')}</h3>
          <ul className="list-disc ps-6">
            {version.relaxed.map(relaxed => (
              <li key={relaxed.rule}>
                {t('relaxedRow', { rule: tableName('signals', relaxed.rule), from: relaxed.from ?? '', to: relaxed.tlp ?? '' })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <details className="mt-4" open={waits || version.inForce}>
        <summary className="min-h-11 cursor-pointer py-2 font-bold">
          {t('rules')}（{t('rulesCount', { count: version.rules.length })}）
        </summary>
        <Rules rules={version.rules} />
      </details>
      {mayDecide ? <Decision version={version} /> : null}
    </section>
  );
}

function isLater(version: Policy, now: Date): boolean {
  return version.effectiveFrom !== null && new Date(version.effectiveFrom) > now;
}

function Decision({ version }: { version: Policy }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const { scope, number } = version;
  const decide = useWrite(
    (body: Schemas['DecidePolicyCommand'], keyed) =>
      answer(api.POST('/api/policies/{scope}/versions/{number}/decision', { params: { path: { scope, number } }, body, ...keyed })),
    {
      onDone: async (_, { decision }) => {
        await queries.invalidateQueries({ queryKey: ['policies'] });
        await navigate({ search: { done: decision === 'approve' ? 'approve' : 'reject' }, replace: true });
      },
    },
  );
  return (
    <div className="not-printed mt-6 border-t border-solid-gray-300 pt-4">
      <h3 className="mb-2 text-lg">{t('decide')}</h3>
      <p className="mb-4">
        {t('decideExplained')} {version.state === 'draft' && version.relaxed.length > 0 ? t('decideRelaxed') : ''}
      </p>
      {decide.error ? <ProblemNotice problem={decide.error} /> : null}
      <div className="mt-3 flex flex-wrap gap-3">
        <Confirm
          look="primary"
          label={t('approve')}
          question={t('approveAsk', { number })}
          problem={decide.error}
          isPending={decide.isPending}
          done={decide.isSuccess}
          onConfirm={() => decide.send({ decision: 'approve' })}
        >
          <p>{t('decideExplained')}</p>
        </Confirm>
        <Confirm
          label={t('reject')}
          danger
          question={t('rejectAsk', { number })}
          problem={decide.error}
          isPending={decide.isPending}
          done={decide.isSuccess}
          onConfirm={() => decide.send({ decision: 'reject' })}
        >
          <p>{t('rejectDetail')}</p>
        </Confirm>
      </div>
    </div>
  );
}
