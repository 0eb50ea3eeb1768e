import { describe, expect, it } from 'vitest';
import { linesOf } from './changes';
import type { Draft } from './draft';
import { emptyForm, formOf, inputOf, isWorthKeeping } from './form';

describe('a draft in the fields', () => {
  it('times are those of Japan', () =>
    expect(inputOf({ ...emptyForm, due: '2026-11-22T09:00', embargoUntil: '' })).toMatchObject({
      due: '2026-11-22T00:00:00.000Z',
      embargoUntil: null,
    }));

  it('a reference is a URL, or a CVE with how bad it is', () =>
    expect(
      inputOf({
        ...emptyForm,
        references: [
          { what: 'https://example.jp/a', vector: '', score: '' },
          { what: 'cve-2026-1234', vector: 'CVSS:3.1/AV:N', score: '9.8' },
        ],
      }).references,
    ).toEqual([
      { url: 'https://example.jp/a', cve: null, cvssVector: null, cvssScore: null },
      { url: null, cve: 'CVE-2026-1234', cvssVector: 'CVSS:3.1/AV:N', cvssScore: 9.8 },
    ]));

  it('people are named for RED alone', () => {
    expect(inputOf({ ...emptyForm, tlp: 'AMBER', people: ['a'] }).people).toEqual([]);
    expect(inputOf({ ...emptyForm, tlp: 'RED', people: ['a'] }).people).toEqual(['a']);
  });

  it('is kept once it has a form, a label and a word', () => {
    const begun = { ...emptyForm, template: 'alert', tlp: 'AMBER' };
    expect(isWorthKeeping(begun)).toBe(false);
    expect(isWorthKeeping({ ...begun, body: '書きかけ' })).toBe(true);
    expect(isWorthKeeping({ ...begun, body: '書きかけ', tlp: '' })).toBe(false);
  });

  it('comes back as it was sent', () => {
    const form = {
      ...emptyForm,
      template: 'alert',
      titleJa: '件名',
      severity: 'high',
      due: '2026-11-22T09:00',
      tlp: 'GREEN',
      audience: ['g'],
    };
    const said = inputOf(form);
    const back = {
      ...said,
      id: 'x',
      revision: 1,
      state: 'draft',
      issued: 0,
      writtenAt: '',
      title: { ja: '件名', en: '件名' },
      summary: null,
      body: '',
    };
    expect(formOf(back as unknown as Draft)).toEqual(form);
  });
});

it('linesOf tells what is gone and what is new', () =>
  expect(linesOf('a\nb\nc', 'a\nx\nc\nd').map(l => `${l.kind} ${l.text}`)).toEqual(['same a', 'gone b', 'new x', 'same c', 'new d']));
