import { useCodes } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { useTableNames } from '@/app/tables';
import { Table } from '@/app/ui/Table';
import { Tlp } from '@/app/ui/Tlp';
import { lists, type Rule } from './rules';
import { texts } from './texts';

/** The rules of a policy in words. */
export function Rules({ rules }: { rules: readonly Rule[] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const name = useCodes();
  const conditions = useConditions();
  if (rules.length === 0) return <p>{t('noRules')}</p>;
  return (
    <Table
      caption={t('rules')}
      rows={rules}
      keyOf={rule => rule.id}
      columns={[
        {
          head: t('when'),
          cell: rule => (
            <>
              {conditions(rule.when).map(([list, said]) => (
                <span key={list} className="block">
                  {said}
                </span>
              ))}
              <span className="block text-sm font-normal text-solid-gray-700">{rule[language]}</span>
            </>
          ),
        },
        {
          head: t('label'),
          cell: rule => (
            <>
              {rule.raises === 'none' ? null : <Tlp level={rule.tlp ?? 'RED'} />}
              <span className="block text-sm text-solid-gray-700">{t(`raisesShort.${rule.raises as 'both'}`)}</span>
            </>
          ),
        },
        { head: t('handling'), cell: rule => (rule.handling ?? []).map(code => name('handlingRestrictions', code)).join('・') },
      ]}
    />
  );
}

/** What a report must show, list by list. */
export function useConditions(): (when: Rule['when']) => (readonly [list: string, said: string])[] {
  const t = useTexts(texts);
  const name = useCodes();
  const tableName = useTableNames();
  return when => {
    const said = lists.flatMap(list => {
      const codes = when[list] ?? [];
      if (codes.length === 0) return [];
      const names = codes.map(code => (list === 'signals' ? tableName('signals', code) : name(list, code)));
      return [[list, `${t(`lists.${list}`)}: ${names.join(t('or'))}`] as const];
    });
    return said.length > 0 ? said : [['always', t('always')]];
  };
}
