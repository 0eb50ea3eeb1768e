import type { Schemas } from '@/api/client';
import type { Draft } from './draft';

/** What stands in the fields. Times are those of Japan, as the browser's field for them writes: 2026-11-21T18:05. */
export interface Form {
  template: string;
  titleJa: string;
  titleEn: string;
  summaryJa: string;
  summaryEn: string;
  body: string;
  lessons: string;
  addressee: string;
  requiredAction: string;
  due: string;
  severity: string;
  urgency: string;
  purpose: string;
  sector: string;
  origin: string;
  handling: readonly string[];
  references: readonly ReferenceRow[];
  indicators: readonly { type: string; value: string }[];
  tlp: string;
  audience: readonly string[];
  people: readonly string[];
  embargoUntil: string;
  expiresAt: string;
}

/** A URL or the number of a CVE, and of the latter how bad it is. */
export interface ReferenceRow {
  what: string;
  vector: string;
  score: string;
}

export const emptyForm: Form = {
  template: '',
  titleJa: '',
  titleEn: '',
  summaryJa: '',
  summaryEn: '',
  body: '',
  lessons: '',
  addressee: '',
  requiredAction: '',
  due: '',
  severity: '',
  urgency: 'normal',
  purpose: '',
  sector: '',
  origin: '',
  handling: [],
  references: [],
  indicators: [],
  tlp: '',
  audience: [],
  people: [],
  embargoUntil: '',
  expiresAt: '',
};

export function formOf(draft: Draft): Form {
  const text = (value: string | null | undefined) => value ?? '';
  // a text in one language stands for both
  const english = (wording: Schemas['Wording'] | null) => (wording?.en === wording?.ja ? '' : text(wording?.en));
  return {
    template: draft.template,
    titleJa: text(draft.title.ja),
    titleEn: english(draft.title),
    summaryJa: text(draft.summary?.ja),
    summaryEn: english(draft.summary),
    body: draft.body,
    lessons: text(draft.lessons),
    addressee: text(draft.addressee),
    requiredAction: text(draft.requiredAction),
    due: japanField(draft.due),
    severity: draft.severity === 'unknown' ? '' : draft.severity,
    urgency: text(draft.urgency),
    purpose: text(draft.purpose),
    sector: text(draft.sector),
    origin: text(draft.origin),
    handling: draft.handling,
    references: draft.references.map(r => ({
      what: r.url ?? text(r.cve),
      vector: text(r.cvssVector),
      score: r.cvssScore === null ? '' : String(r.cvssScore),
    })),
    indicators: draft.indicators.map(({ type, value }) => ({ type, value })),
    tlp: draft.tlp,
    audience: draft.audience,
    people: draft.people,
    embargoUntil: japanField(draft.embargoUntil),
    expiresAt: japanField(draft.expiresAt),
  };
}

/** What an advisory says: what a draft and a correction have in common. */
export function contentOf(form: Form) {
  return {
    template: orNull(form.template),
    title: { ja: orNull(form.titleJa), en: orNull(form.titleEn) },
    summary: { ja: orNull(form.summaryJa), en: orNull(form.summaryEn) },
    body: orNull(form.body),
    lessons: orNull(form.lessons),
    addressee: orNull(form.addressee),
    requiredAction: orNull(form.requiredAction),
    due: instant(form.due),
    severity: orNull(form.severity),
    urgency: orNull(form.urgency),
    purpose: orNull(form.purpose),
    sector: orNull(form.sector),
    origin: orNull(form.origin),
    handling: [...form.handling],
    references: form.references.map(referenceOf),
    indicators: form.indicators.map(({ type, value }) => ({ type, value })),
    expiresAt: instant(form.expiresAt),
  };
}

export function inputOf(form: Form) {
  return {
    ...contentOf(form),
    tlp: labelOf(form),
    audience: [...form.audience],
    people: form.tlp === 'RED' ? [...form.people] : [],
    embargoUntil: instant(form.embargoUntil),
  };
}

/** Without its form and its label the hub keeps nothing; before a word is written there is nothing to keep. */
export function isWorthKeeping(form: Form): boolean {
  const words = [form.titleJa, form.titleEn, form.summaryJa, form.summaryEn, form.body, form.lessons, form.requiredAction];
  return form.template !== '' && form.tlp !== '' && words.some(text => text.trim() !== '');
}

export function labelOf(form: Form): Schemas['Tlp'] | null {
  return form.tlp === '' ? null : (form.tlp as Schemas['Tlp']);
}

export function isCveNumber(what: string): boolean {
  return /^CVE-/i.test(what.trim());
}

function referenceOf({ what, vector, score }: ReferenceRow): Schemas['ReferenceInput'] {
  const cve = isCveNumber(what);
  return {
    url: cve ? null : orNull(what.trim()),
    cve: cve ? what.trim().toUpperCase() : null,
    cvssVector: cve ? orNull(vector.trim()) : null,
    cvssScore: cve && score.trim() !== '' ? Number(score.normalize('NFKC')) : null,
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

/** Japan has no summer time: its clock is always nine hours ahead. */
const ahead = 9 * 3_600_000;

function instant(field: string): string | null {
  const at = Date.parse(`${field}:00+09:00`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

function japanField(at: string | null | undefined): string {
  return at ? new Date(Date.parse(at) + ahead).toISOString().slice(0, 16) : '';
}
