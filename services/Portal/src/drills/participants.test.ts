import { describe, expect, it } from 'vitest';
import { chosenOf, fits, refused, sameSet } from './participants';

const one = (organisationId: string, agreed: boolean | null, chosen = false) => ({
  organisationId,
  name: `組織 ${organisationId}`,
  agreed,
  chosen,
  secondHop: false,
});

describe('Participants', () => {
  const all = [one('a', true, true), one('b', true), one('c', null), one('d', false)];

  it.each([
    [{}, 'abcd'],
    [{ show: 'agreed' }, 'ab'],
    [{ show: 'asked' }, 'cd'],
    [{ show: 'chosen' }, 'a'],
    [{ q: '組織b' }, 'b'],
  ] as const)('are shown by %j', (search, shown) => {
    const chosen = chosenOf(all);
    expect(
      all
        .filter(candidate => fits(candidate, chosen, search))
        .map(candidate => candidate.organisationId)
        .join(''),
    ).toBe(shown);
  });

  it('are the same whatever their order', () => {
    expect(sameSet(new Set(['a', 'b']), new Set(['b', 'a']))).toBe(true);
    expect(sameSet(new Set(['a', 'b']), new Set(['a', 'c']))).toBe(false);
  });

  it('that the hub refused are known by their place', () => {
    const said = refused({ 'organisations[1]': ['It did not agree.'], revision: ['x'], 'organisations[9]': ['y'] }, ['a', 'b']);
    expect([...said]).toEqual([['b', 'It did not agree.']]);
  });
});
