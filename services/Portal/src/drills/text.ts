import type { DrillText } from './drills';

/** A drill's text as it stands in the fields; what is blank says nothing. */
export interface TextForm {
  titleJa: string;
  titleEn: string;
  summaryJa: string;
  summaryEn: string;
  body: string;
  requiredAction: string;
  shortText: string;
  severity: string;
  urgency: string;
}

export const textFields = [
  'titleJa',
  'titleEn',
  'summaryJa',
  'summaryEn',
  'body',
  'requiredAction',
  'shortText',
  'severity',
  'urgency',
] as const satisfies readonly (keyof TextForm)[];

export const longestShortText = 70;

export function textFormOf(text: DrillText): TextForm {
  return {
    titleJa: text.title?.ja ?? '',
    titleEn: text.title?.en ?? '',
    summaryJa: text.summary?.ja ?? '',
    summaryEn: text.summary?.en ?? '',
    body: text.body ?? '',
    requiredAction: text.requiredAction ?? '',
    shortText: text.shortText ?? '',
    severity: text.severity ?? '',
    urgency: text.urgency ?? '',
  };
}

export function textOf(form: TextForm): DrillText {
  return {
    title: { ja: orNull(form.titleJa), en: orNull(form.titleEn) },
    summary: { ja: orNull(form.summaryJa), en: orNull(form.summaryEn) },
    body: orNull(form.body),
    requiredAction: orNull(form.requiredAction),
    shortText: orNull(form.shortText),
    severity: orNull(form.severity),
    urgency: orNull(form.urgency),
  };
}

export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

/** What a drill cannot begin without. */
export function lacking(text: DrillText): ('title' | 'summary' | 'body' | 'severity' | 'urgency')[] {
  const said = (part: string | null | undefined) => (part ?? '').trim() !== '';
  return [
    ...(said(text.title?.ja) || said(text.title?.en) ? [] : (['title'] as const)),
    ...(said(text.summary?.ja) || said(text.summary?.en) ? [] : (['summary'] as const)),
    ...(said(text.body) ? [] : (['body'] as const)),
    ...(said(text.severity) && text.severity !== 'unknown' ? [] : (['severity'] as const)),
    ...(said(text.urgency) ? [] : (['urgency'] as const)),
  ];
}

/** In one's language, else in the other. */
export function inOwn(wording: { ja?: string | null; en?: string | null } | null | undefined, language: 'ja' | 'en'): string {
  return (language === 'ja' ? wording?.ja || wording?.en : wording?.en || wording?.ja) ?? '';
}

const marks = ['【訓練】', '[DRILL]'];

/** A title as it goes out. */
export function marked(title: string, language: 'ja' | 'en'): string {
  return marks.some(mark => title.startsWith(mark)) ? title : `${language === 'ja' ? '【訓練】' : '[DRILL] '}${title}`;
}
