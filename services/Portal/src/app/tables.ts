import { tables } from '@/api/tables';
import { useLanguage } from './language';

type Tables = typeof tables;

/** Names a code of a service's table in the language of the page, as `useCodes` does those of the taxonomy. */
export function useTableNames(): (table: keyof Tables, code: string) => string {
  const language = useLanguage();
  return (table, code) => (tables[table] as Record<string, { ja: string; en: string }>)[code]?.[language] ?? code;
}
