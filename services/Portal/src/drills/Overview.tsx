import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useLanguage, useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Card } from '@/app/ui/Card';
import { LinkButton } from '@/app/ui/LinkButton';
import { Mark } from '@/app/ui/marks';
import { Pick } from '@/app/ui/Pick';
import { Table } from '@/app/ui/Table';
import { ceptoarsQuery } from '@/directory/directory';
import { campaignsQuery, type DrillItem, drillListQuery } from './drills';
import { StateMark, When } from './parts';
import { type DrillsSearch, states } from './search';
import { texts } from './texts';

const route = getRouteApi('/frame/drills');

/** The campaigns, and the drills of them all, that the caller may see. */
export function Overview() {
  return (
    <>
      <Campaigns />
      <Drills />
    </>
  );
}

function Campaigns() {
  const t = useTexts(texts);
  const language = useLanguage();
  const query = useQuery(campaignsQuery);
  return (
    <Card title={t('campaigns')}>
      <Answered query={query}>
        {items => (
          <>
            {items.length === 0 ? <p>{t('campaignsNone')}</p> : null}
            <ul className="flex flex-col">
              {items.map(campaign => (
                <li
                  key={campaign.id}
                  className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-t border-solid-gray-300 py-2 first:border-t-0"
                >
                  <Link to="/drills/campaigns/$id" params={{ id: campaign.id }} className="link font-bold">
                    {language === 'en' ? campaign.titleEn : campaign.title}
                  </Link>
                  <span className="flex flex-wrap items-center gap-2 text-sm text-solid-gray-700">
                    <Mark>{t('campaignOf', { year: String(campaign.year) })}</Mark>
                    {t('drillsOf', { count: campaign.drills })}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Card>
  );
}

function Drills() {
  const t = useTexts(texts);
  const search = route.useSearch();
  const query = useQuery({ ...drillListQuery(search), placeholderData: keepPreviousData });
  return (
    <Card title={t('drills')}>
      <Filter search={search} />
      <Answered query={query}>{items => (items.length === 0 ? <p>{t('drillsNone')}</p> : <DrillTable drills={items} />)}</Answered>
    </Card>
  );
}

function Filter({ search }: { search: DrillsSearch }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const navigate = route.useNavigate();
  const { data: ceptoars = [] } = useQuery(ceptoarsQuery);
  const change = (part: Partial<Record<keyof DrillsSearch, string>>) =>
    void navigate({ search: { ...search, ...part } as DrillsSearch, replace: true });
  const any = { value: '', label: t('any') };
  return (
    <search aria-label={t('filter')} className="not-printed mb-4 grid grid-cols-1 gap-3 sm:grid-cols-2 lg:max-w-2xl">
      <Pick
        label={t('state')}
        value={search.state ?? ''}
        onChange={state => change({ state })}
        options={[any, ...states.map(value => ({ value, label: t(`states.${value}`) }))]}
      />
      <Pick
        label={t('ceptoar')}
        value={search.ceptoar ?? ''}
        onChange={ceptoar => change({ ceptoar })}
        options={[any, ...ceptoars.map(c => ({ value: c.code, label: language === 'en' ? c.nameEn : c.name }))]}
      />
    </search>
  );
}

function DrillTable({ drills }: { drills: readonly DrillItem[] }) {
  const t = useTexts(texts);
  return (
    <Table
      caption={t('drills')}
      rows={drills}
      keyOf={drill => drill.id}
      columns={[
        {
          head: t('ceptoar'),
          cell: drill => (
            <Link to="/drills/$id" params={{ id: drill.id }} className="link">
              {drill.ceptoarName}
            </Link>
          ),
        },
        { head: t('state'), cell: drill => <StateMark state={drill.state} /> },
        { head: t('when'), cell: drill => <When drill={drill} /> },
        { head: t('who'), cell: drill => t('participants', { count: drill.participants }) },
        {
          head: t('open'),
          cell: drill => (
            <LinkButton to="/drills/$id" params={{ id: drill.id }} look="quiet" aria-label={t('openOf', { ceptoar: drill.ceptoarName })}>
              {t('open')}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}
