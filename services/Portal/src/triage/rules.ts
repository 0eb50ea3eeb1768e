import type { Schemas } from '@/api/client';
import { liveFirst } from '@/app/liveFirst';
import { saysAll } from '@/app/words';
import type { TriageSearch } from './search';

export type LabelItem = Schemas['ListLabelsItem'];
export type Label = Schemas['GetLabelView'];

/** From the least strict to the strictest. */
export const levels = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const satisfies readonly Schemas['Tlp'][];

const grave = ['critical', 'high', 'medium', 'low'];

/** Live ones before drills, of each the urgent and the gravest first, then the newest: the order in which they want a look. */
export function inOrder(items: readonly LabelItem[]): LabelItem[] {
  const rank = (item: LabelItem) => (item.urgency === 'urgent' ? 0 : 10) + ((grave.indexOf(item.severity) + 10) % 10);
  return items.toSorted((a, b) => liveFirst(a, b) || rank(a) - rank(b) || b.decidedAt.localeCompare(a.decidedAt));
}

export function fits(item: LabelItem, search: TriageSearch): boolean {
  return (
    saysAll(item.number, search.q) &&
    (!search.severity || item.severity === search.severity) &&
    (search.show !== 'urgent' || item.urgency === 'urgent') &&
    (search.show !== 'drill' || item.drillMarked)
  );
}

/** Whether a label would go down: that needs the source and a second person. */
export function lowers(label: Pick<Label, 'original' | 'ceiling'>, original: string, ceiling: string): boolean {
  const rank = (level: string) => levels.indexOf(level as (typeof levels)[number]);
  return rank(original) < rank(label.original) || rank(ceiling) < rank(label.ceiling);
}
