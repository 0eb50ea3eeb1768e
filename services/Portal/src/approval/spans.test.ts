import { describe, expect, it } from 'vitest';
import { familiesOf, isSource, placeOf, renderedPieces, sourcePieces } from './spans';

const text = '山田商事の web01 へ 198.51.100.7 から通信';
const spans = {
  removed: [
    { id: 1, field: 'body', start: 0, length: 4, type: 'organisation', rule: 'directory.name', replacement: '[組織A]' },
    { id: 2, field: 'body', start: 6, length: 5, type: 'host', rule: 'host.ours', replacement: '[ホスト1]' },
  ],
  kept: [{ id: 1, field: 'body', start: 14, length: 12, type: 'ipv4', value: '198.51.100.7', role: 'attacker' }],
};
const rendered = '[組織A]の [ホスト1] へ 198.51.100.7 から通信';
const rendition = { ...spans, narrative: { title: '', body: rendered, plainSummary: null } };

describe('original and rendition side by side', () => {
  it('fall into the same pieces', () => {
    const left = sourcePieces(text, 'body', spans);
    const right = renderedPieces(rendered, 'body', spans);
    expect(left.map(p => p.text)).toEqual(['山田商事', 'の ', 'web01', ' へ ', '198.51.100.7', ' から通信']);
    expect(right.map(p => p.text)).toEqual(['[組織A]', 'の ', '[ホスト1]', ' へ ', '198.51.100.7', ' から通信']);
    expect(right.map(p => p.start)).toEqual(left.map(p => p.start));
  });

  it('tell whether an approver has edited it since', () => {
    expect(isSource(text, rendered, 'body', spans)).toBe(true);
    expect(isSource(text, `${rendered}。`, 'body', spans)).toBe(false);
  });

  it('give words of the rendition their place in the source', () => {
    expect(placeOf('から', rendition)).toEqual({ field: 'body', start: 27, length: 2 });
    expect(placeOf('へ 198', rendition)).toEqual({ field: 'body', start: 12, length: 5 });
    expect(placeOf('ホスト1', rendition)).toBeUndefined();
    expect(placeOf('山田', rendition)).toBeUndefined();
    expect(placeOf(' ', rendition)).toBeUndefined();
  });

  it('name each reason once', () => {
    expect(familiesOf('directory.name+propagated.directory.name')).toEqual(['directory']);
    expect(familiesOf('propagated.person.fullName+directory.person')).toEqual(['person', 'directory']);
    expect(familiesOf('something.new')).toEqual(['other']);
  });
});
