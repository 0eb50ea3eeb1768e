import { describe, expect, it } from 'vitest';
import { answersOf, emptyQuestion, freeId, moved, questionFormOf, questionOf, sheetKinds, usualQuestions, withKind } from './sheets';

describe('A sheet being written', () => {
  it('names its questions by itself, none twice', () => {
    expect(freeId('q', [])).toBe('q1');
    expect(freeId('q', [{ id: 'q2' }, { id: 'q7' }, { id: 'other' }])).toBe('q8');
    for (const kind of sheetKinds) {
      const ids = usualQuestions(kind).map(q => q.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('has options only where one chooses, and keeps them between the two ways of choosing', () => {
    const question = withKind(emptyQuestion([]), 'choice');
    expect(question.options).toHaveLength(2);
    const filled = { ...question, options: [{ id: 'o1', ja: 'はい', en: '' }] };
    expect(withKind(filled, 'choices').options).toEqual(filled.options);
    expect(withKind(filled, 'text').options).toEqual([]);
  });

  it('is sent as it is read', () => {
    for (const kind of sheetKinds) {
      const questions = usualQuestions(kind);
      expect(questions.map(questionOf).map(questionFormOf)).toEqual(questions);
    }
    expect(questionOf({ ...emptyQuestion([]), ja: ' ' }).text).toEqual({ ja: null, en: null });
  });

  it('moves a question past its neighbour, and none beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});

it('Answers leave out what is blank, and write numbers in half width', () => {
  const questions = [
    { id: 'q1', kind: 'yesNo' },
    { id: 'q2', kind: 'number' },
    { id: 'q3', kind: 'text' },
  ];
  expect(answersOf(questions, { q1: ['yes'], q2: ['１２'], q3: ['  '], gone: ['x'] })).toEqual({ q1: ['yes'], q2: ['12'] });
});
