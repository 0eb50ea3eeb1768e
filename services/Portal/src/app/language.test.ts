import { describe, expect, it, vi } from 'vitest';
import type { Texts, TextTree } from './language';

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
vi.stubGlobal('navigator', { languages: ['ja'] });
vi.stubGlobal('document', { documentElement: {} });

const files = import.meta.glob<Record<string, Texts<TextTree>>>(['../**/texts.ts', '../**/*Texts.ts']);

function leaves(tree: TextTree, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value]] : Object.entries(leaves(value, `${path}${key}.`)),
    ),
  );
}

const placeholders = (text: string | undefined) => [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).sort();

describe('texts', () => {
  it.each(Object.keys(files))('%s says everything in both languages, with the same values in it', async file => {
    const [texts] = Object.values((await files[file]?.()) ?? {});
    if (!texts) throw new Error(`${file} has no texts.`);
    const [ja, en] = [leaves(texts.ja), leaves(texts.en)];
    expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
    for (const [key, text] of Object.entries(ja)) {
      expect(text, `${key} in Japanese`).not.toBe('');
      expect(en[key], `${key} in English`).not.toBe('');
      // a counted English text may leave the number out
      if (!key.endsWith('_one')) expect(placeholders(en[key]), key).toEqual(placeholders(text));
      expect(en[key], `${key} in English`).not.toMatch(key === 'other' || key === 'otherLabel' ? /^$/ : /[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });
});
