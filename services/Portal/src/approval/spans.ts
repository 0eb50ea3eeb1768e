import type { Schemas } from '@/api/client';

export type Rendition = Schemas['GetRenditionView'];
export type Removal = Schemas['Removal'];
export type Kept = Schemas['Kept'];

export const fields = ['title', 'body', 'plainSummary'] as const;
export type Field = (typeof fields)[number];

/** A stretch of a text; `start` is its place in the text that the rendition was made of. */
export interface Piece {
  text: string;
  start: number;
  removal?: Removal;
  kept?: Kept;
}

type Spans = Pick<Rendition, 'removed' | 'kept'>;

function marked(field: Field, { removed, kept }: Spans): readonly (Removal | Kept)[] {
  const cuts = removed.filter(r => r.field === field);
  const free = kept.filter(k => k.field === field && !cuts.some(r => r.start < k.start + k.length && k.start < r.start + r.length));
  return [...cuts, ...free].sort((a, b) => a.start - b.start);
}

function isRemoval(item: Removal | Kept): item is Removal {
  return 'replacement' in item;
}

/** The source in pieces: what goes, what is kept on purpose, and the rest. */
export function sourcePieces(text: string, field: Field, spans: Spans): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const item of marked(field, spans)) {
    if (item.start > at) pieces.push({ text: text.slice(at, item.start), start: at });
    pieces.push({
      text: text.slice(item.start, item.start + item.length),
      start: item.start,
      ...(isRemoval(item) ? { removal: item } : { kept: item }),
    });
    at = item.start + item.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), start: at });
  return pieces;
}

/** The rendition in pieces, found by what was put in place of what: it says nothing of where its own pieces lie. */
export function renderedPieces(rendered: string, field: Field, spans: Spans): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let source = 0;
  for (const item of marked(field, spans)) {
    const before = item.start - source;
    if (before > 0) pieces.push({ text: rendered.slice(at, at + before), start: source });
    at += before;
    const length = isRemoval(item) ? item.replacement.length : item.length;
    pieces.push({
      text: rendered.slice(at, at + length),
      start: item.start,
      ...(isRemoval(item) ? { removal: item } : { kept: item }),
    });
    at += length;
    source = item.start + item.length;
  }
  if (at < rendered.length) pieces.push({ text: rendered.slice(at), start: source });
  return pieces;
}

/** Whether a text is the one that the rendition was made of; else an approver has edited it since. */
export function isSource(text: string, rendered: string, field: Field, spans: Spans): boolean {
  const made = sourcePieces(text, field, spans)
    .map(piece => piece.removal?.replacement ?? piece.text)
    .join('');
  return made === rendered;
}

/** Where words stand in what would go out, as a place of the source; undefined where they do not, or only across something replaced. */
export function placeOf(
  words: string,
  rendition: Pick<Rendition, 'narrative'> & Spans,
): { field: Field; start: number; length: number } | undefined {
  if (!words.trim()) return undefined;
  for (const field of fields) {
    // what is kept stands there as it was, so words may reach over it
    const joined: { text: string; start: number }[] = [];
    for (const piece of renderedPieces(rendition.narrative[field] ?? '', field, rendition)) {
      const last = joined.at(-1);
      if (piece.removal) joined.push({ text: '', start: piece.start });
      else if (last && last.text !== '' && last.start + last.text.length === piece.start) last.text += piece.text;
      else joined.push({ text: piece.text, start: piece.start });
    }
    for (const run of joined) {
      const at = run.text.indexOf(words);
      if (at >= 0) return { field, start: run.start + at, length: words.length };
    }
  }
  return undefined;
}

/** The families of rules by which something is taken out; what was only found again elsewhere is the same reason. */
export const families = [
  'directory',
  'mark',
  'organisation',
  'person',
  'place',
  'address',
  'contact',
  'phone',
  'host',
  'url',
  'asn',
  'mac',
  'id',
  'number',
  'singular',
  'unknown',
  'learned',
  'lexicon',
  'encoded',
  'reported',
  'indicator',
] as const;
export type Family = (typeof families)[number] | 'other';

export function familiesOf(rule: string): readonly Family[] {
  const found = rule.split('+').map(part => {
    const first = part.replace(/^(propagated\.)+/, '').split('.')[0];
    return families.find(family => family === first) ?? 'other';
  });
  const known = [...new Set(found)];
  return known.length > 1 ? known.filter(family => family !== 'other') : known;
}
