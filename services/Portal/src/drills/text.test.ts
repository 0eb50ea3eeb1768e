import { describe, expect, it } from 'vitest';
import { inOwn, lacking, marked, textFormOf, textOf } from './text';

const whole = {
  title: { ja: '題名', en: null },
  summary: { ja: '要約', en: null },
  body: '本文',
  requiredAction: null,
  shortText: null,
  severity: 'high',
  urgency: 'normal',
};

describe("a drill's text", () => {
  it('says null for what is blank, so that the campaign speaks there', () => {
    expect(textOf({ ...textFormOf({}), body: '  ', titleJa: '題名' })).toMatchObject({
      title: { ja: '題名', en: null },
      body: null,
      severity: null,
    });
    expect(textOf(textFormOf(whole))).toEqual(whole);
  });

  it('names what a drill cannot begin without', () => {
    expect(lacking(whole)).toEqual([]);
    expect(lacking({ ...whole, title: { ja: null, en: 'Title' }, severity: 'unknown' })).toEqual(['severity']);
    expect(lacking({})).toEqual(['title', 'summary', 'body', 'severity', 'urgency']);
  });

  it('stands for both languages where it was given in one', () => {
    expect(inOwn({ ja: '題名', en: '' }, 'en')).toBe('題名');
    expect(inOwn({ ja: '題名', en: 'Title' }, 'en')).toBe('Title');
    expect(inOwn(null, 'ja')).toBe('');
  });

  it.each([
    ['停電', 'ja', '【訓練】停電'],
    ['Outage', 'en', '[DRILL] Outage'],
    ['【訓練】停電', 'en', '【訓練】停電'],
  ] as const)('%s goes out in %s as %s', (title, language, out) => {
    expect(marked(title, language)).toBe(out);
  });
});
