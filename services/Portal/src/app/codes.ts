import { taxonomy } from '@/api/taxonomy';
import { useLanguage } from './language';

type Lists = typeof taxonomy;

/** Names a code of the hub in the language of the page: `name('severities', 'high')`. A code that it does not know shows as it is. */
export function useCodes(): (list: keyof Lists, code: string) => string {
  const language = useLanguage();
  return (list, code) => (taxonomy[list] as Record<string, { ja: string; en: string }>)[code]?.[language] ?? code;
}

/** What an advisory is: of a report's kind, or written in one of the forms. */
export function useKindName(): (code: string) => string {
  const name = useCodes();
  return code => name(code in taxonomy.templates ? 'templates' : 'kinds', code);
}
