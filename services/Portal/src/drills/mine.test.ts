import { describe, expect, it } from 'vitest';
import type { MyDrill } from './drills';
import { byNeed, todoOf } from './mine';

const drill = (part: Partial<MyDrill>): MyDrill => ({
  id: 'd',
  ceptoar: 'telecom',
  title: '訓練',
  state: 'running',
  stopReason: null,
  announced: true,
  startsAt: null,
  window: null,
  startedAt: null,
  endedAt: null,
  twoWay: false,
  advisoryId: 'd',
  answered: false,
  sheets: [],
  ...part,
});
const sheet = (kind: string, open: boolean, answered = false) => ({ kind, open, answered });

describe('What a participant has to do', () => {
  it.each([
    [
      'before it begins',
      drill({ state: 'planned', advisoryId: null, sheets: [sheet('selfCheck', true), sheet('survey', false)] }),
      ['selfCheck'],
    ],
    ['while it runs', drill({ twoWay: true, sheets: [sheet('selfCheck', true, true)] }), ['selfCheckAgain', 'confirm', 'answer']],
    ['once it answered', drill({ twoWay: true, answered: true }), ['confirm', 'answered']],
    ['after its end', drill({ state: 'closed', twoWay: true, sheets: [sheet('selfCheck', false), sheet('survey', true)] }), ['survey']],
    ['when all is done', drill({ state: 'closed', sheets: [sheet('survey', false, true)] }), []],
  ] as const)('%s', (_, of, todo) => {
    expect(todoOf(of)).toEqual(todo);
  });

  it('What runs comes first', () => {
    expect(byNeed([drill({ state: 'closed' }), drill({ state: 'planned' }), drill({ state: 'running' })]).map(d => d.state)).toEqual([
      'running',
      'planned',
      'closed',
    ]);
  });
});
