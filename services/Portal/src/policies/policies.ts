import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { useLanguage, useTexts } from '@/app/language';
import { ceptoarsQuery } from '@/directory/directory';
import { texts } from './texts';

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: async ({ signal }) => (await answer(api.GET('/api/policies', { signal }))).items,
});

export function policyQuery(scope: string) {
  return queryOptions({
    queryKey: ['policies', scope],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/policies/{scope}', { params: { path: { scope } }, signal }))).items,
  });
}

export function useScopeName(): (scope: string) => string {
  const t = useTexts(texts);
  const language = useLanguage();
  const { data: ceptoars = [] } = useQuery(ceptoarsQuery);
  return scope => {
    if (scope === 'national') return t('national');
    if (scope.startsWith('ministry.')) {
      return t('ministryScope', { name: ceptoars.find(c => c.ministry.id === scope.slice(9))?.ministry.name ?? '…' });
    }
    const found = ceptoars.find(c => scope === `ceptoar.${c.code}`);
    return t('ceptoarScope', { name: (language === 'en' ? found?.nameEn : found?.name) ?? scope.slice(8) });
  };
}
