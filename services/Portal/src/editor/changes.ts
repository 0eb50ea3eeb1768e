import type { Advisory } from '@/advisory/advisory';
import type { Language } from '@/app/language';
import type { Draft } from './draft';

export interface Change {
  /** A text of the namespace editor, under field. */
  field: ChangedField;
  before: string;
  after: string;
}

export type ChangedField =
  | 'title'
  | 'summary'
  | 'body'
  | 'lessons'
  | 'requiredAction'
  | 'due'
  | 'severity'
  | 'urgency'
  | 'purpose'
  | 'sector'
  | 'handling'
  | 'references'
  | 'indicators'
  | 'tlp'
  | 'expiresAt';

/** What a correction that waits would change of the version that stands. */
export function changesOf(standing: Advisory, draft: Draft, language: Language): Change[] {
  const lines = (values: readonly string[]) => [...new Set(values)].sort().join('\n');
  const cves = (values: readonly { type: string; value: string }[]) => values.filter(i => i.type === 'cve').map(i => i.value);
  const others = (values: readonly { type: string; value: string }[]) =>
    values.filter(i => i.type !== 'cve').map(i => `${i.type}: ${i.value}`);
  const pairs: [ChangedField, string | null | undefined, string | null | undefined][] = [
    ['title', standing.title, draft.title[language]],
    ['summary', standing.summary, draft.summary?.[language]],
    ['body', standing.body, draft.body],
    ['lessons', standing.lessons, draft.lessons],
    ['requiredAction', standing.requiredAction, draft.requiredAction],
    ['due', moment(standing.due), moment(draft.due)],
    ['severity', standing.severity, draft.severity],
    ['urgency', standing.urgency, draft.urgency],
    ['purpose', standing.purpose, draft.purpose],
    ['sector', standing.sector, draft.sector],
    ['handling', lines(standing.handling), lines(draft.handling)],
    ['references', lines(standing.references), lines([...cves(draft.indicators), ...draft.references.map(r => r.cve ?? r.url ?? '')])],
    ['indicators', lines(others(standing.indicators)), lines(others(draft.indicators))],
    ['tlp', standing.tlp, draft.tlp],
    ['expiresAt', moment(standing.expiresAt), moment(draft.expiresAt)],
  ];
  return pairs.flatMap(([field, before, after]) =>
    (before ?? '') === (after ?? '') ? [] : [{ field, before: before ?? '', after: after ?? '' }],
  );
}

function moment(at: string | null): string {
  return at ? new Date(at).toISOString() : '';
}

export interface Line {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Two texts line by line, by their longest common subsequence. Very long ones are shown whole, the old before the new. */
export function linesOf(before: string, after: string): Line[] {
  const [a, b] = [before === '' ? [] : before.split('\n'), after === '' ? [] : after.split('\n')];
  if (a.length * b.length > 1_000_000) {
    return [...a.map(text => ({ kind: 'gone' as const, text })), ...b.map(text => ({ kind: 'new' as const, text }))];
  }
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const row = common[i];
    for (let j = b.length - 1; row && j >= 0; j--) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const lines: Line[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: 'same', text: a[i] ?? '' });
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) lines.push({ kind: 'gone', text: a[i++] ?? '' });
    else lines.push({ kind: 'new', text: b[j++] ?? '' });
  }
  return lines;
}
