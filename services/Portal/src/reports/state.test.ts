import { describe, expect, it } from 'vitest';
import { foundWords } from './found';
import { stepsOf } from './state';

const said = (code: string) => stepsOf(code).map(({ status, state }) => `${status} ${state}`);

describe('the way of a report', () => {
  it('goes on step by step', () => {
    expect(said('awaitingApproval')).toEqual([
      'received done',
      'classified done',
      'awaitingApproval now',
      'approved ahead',
      'released ahead',
    ]);
    expect(said('released').at(-1)).toBe('released done');
  });

  it('ends where it was refused, blocked or withdrawn', () => {
    expect(said('refused').at(-1)).toBe('refused now');
    expect(said('blocked')).toEqual(['received done', 'classified done', 'blocked now']);
    expect(said('withdrawn')).toEqual(['received done', 'withdrawn now']);
  });

  it('of a kind that is not known yet begins at the beginning', () => {
    expect(said('somethingNew')[0]).toBe('received now');
  });
});

describe('what a reason points at', () => {
  it('is quoted once', () => {
    const found = [
      { field: 'body', start: 0, length: 2 },
      { field: 'body', start: 3, length: 2 },
      { field: 'none', start: 0, length: 2 },
    ];
    expect(foundWords(found, { body: '継続、継続' })).toBe('「継続」');
  });
});
