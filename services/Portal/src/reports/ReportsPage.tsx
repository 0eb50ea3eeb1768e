import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { LinkButton } from '@/app/ui/LinkButton';
import { Page } from '@/app/ui/Page';
import { Pick } from '@/app/ui/Pick';
import { SearchField } from '@/app/ui/SearchField';
import { saysAll } from '@/app/words';
import { ReportRow } from './ReportRow';
import { reportsQuery } from './reports';
import type { ReportsSearch } from './search';
import { isOpen } from './state';
import { texts } from './texts';

const route = getRouteApi('/frame/reports');
const atOnce = 20;

/** What this organisation reported, the newest first, and where each stands. */
export function ReportsPage() {
  const t = useTexts(texts);
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [shownUpTo, setShownUpTo] = useState(atOnce);
  const query = useQuery({ ...reportsQuery(), placeholderData: keepPreviousData });
  const change = (part: { show?: string; q?: string }) => void navigate({ search: { ...search, ...part } as ReportsSearch, replace: true });
  return (
    <Page title={t('title')} aside={has(me, 'operator') ? <LinkButton to="/reports/new">{t('report')}</LinkButton> : undefined}>
      <search aria-label={t('show')} className="not-printed mb-6 grid grid-cols-1 gap-3 sm:grid-cols-2 lg:max-w-2xl">
        <Pick
          label={t('show')}
          value={search.show ?? ''}
          onChange={show => change({ show })}
          options={[
            { value: '', label: t('all') },
            { value: 'open', label: t('open') },
            { value: 'toApprove', label: t('toApprove') },
            { value: 'closed', label: t('closed') },
          ]}
        />
        <SearchField label={t('search')} value={search.q ?? ''} onChange={q => change({ q })} />
      </search>
      <Answered query={query}>
        {({ items }) => {
          const shown = items.filter(
            item =>
              saysAll(`${item.number} ${item.title ?? ''}`, search.q) &&
              (search.show !== 'open' || isOpen(item.status)) &&
              (search.show !== 'toApprove' || item.status === 'awaitingApproval') &&
              (search.show !== 'closed' || !isOpen(item.status)),
          );
          return (
            <>
              <p role="status" className="mb-3 text-solid-gray-700">
                {t('count', { count: shown.length })}
              </p>
              {shown.length === 0 ? <p className="card">{items.length === 0 ? t('none') : t('noneFiltered')}</p> : null}
              <ul className="flex flex-col gap-3">
                {shown.slice(0, shownUpTo).map(item => (
                  <ReportRow key={item.id} item={item} />
                ))}
              </ul>
              {shown.length > shownUpTo ? (
                <Button look="secondary" className="mt-6" onPress={() => setShownUpTo(n => n + atOnce)}>
                  {t('more')}
                </Button>
              ) : null}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
