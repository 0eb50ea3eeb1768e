import type { MyDrill } from './drills';

/** What a participant does, in the order in which a drill asks for it. */
export type ToDo = 'selfCheck' | 'selfCheckAgain' | 'confirm' | 'answer' | 'answered' | 'survey' | 'surveyAgain';

export function todoOf({
  state,
  advisoryId,
  twoWay,
  answered,
  sheets,
}: Pick<MyDrill, 'state' | 'advisoryId' | 'twoWay' | 'answered' | 'sheets'>): ToDo[] {
  const sheet = (kind: 'selfCheck' | 'survey'): ToDo[] => {
    const found = sheets.find(s => s.kind === kind && s.open);
    return found ? [found.answered ? `${kind}Again` : kind] : [];
  };
  return [
    ...sheet('selfCheck'),
    ...(state === 'running' && advisoryId ? (['confirm'] as const) : []),
    ...(twoWay && answered ? (['answered'] as const) : twoWay && state === 'running' ? (['answer'] as const) : []),
    ...sheet('survey'),
  ];
}

const order = ['running', 'planned', 'closed', 'stopped', 'cancelled'];

/** Those that run first, then those to come, then those that are over; each in the order in which they came. */
export function byNeed<T extends Pick<MyDrill, 'state'>>(drills: readonly T[]): T[] {
  return [...drills].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}
