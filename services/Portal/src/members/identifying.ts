import type { Schemas } from '@/api/client';
import { Problem } from '@/api/problem';

export type Strings = Schemas['IdentifyingStrings'];

export const fields = [
  'names',
  'aliases',
  'domains',
  'cidrs',
  'asns',
  'systems',
  'brands',
  'vendors',
  'sites',
  'telephones',
  'people',
] as const satisfies (keyof Strings)[];

/** One word a line, as they are typed. */
export function toLines(strings: Strings): Record<keyof Strings, string> {
  return Object.fromEntries(fields.map(field => [field, (strings[field] ?? []).join('\n')])) as Record<keyof Strings, string>;
}

export function ofLines(lines: Record<keyof Strings, string>): Strings {
  return Object.fromEntries(fields.map(field => [field, wordsOf(lines[field])]));
}

function wordsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== ''),
    ),
  ];
}

/** What the hub says of one word (`strings.domains[2]`) stands at its list, with the word it is about. */
export function atFields(problem: Problem, sent: Strings): Problem {
  const errors: Record<string, string[]> = {};
  for (const [path, said] of Object.entries(problem.errors)) {
    const [, field, place] = /^strings\.(\w+)(?:\[(\d+)\])?/.exec(path) ?? [];
    const known = fields.find(f => f === field);
    const word = known && place !== undefined ? sent[known]?.[Number(place)] : undefined;
    const key = known ?? path;
    errors[key] = [...(errors[key] ?? []), ...said.map(s => (word ? `「${word}」: ${s}` : s))];
  }
  return new Problem(problem.status, problem.title, problem.detail, errors, problem.requestId);
}
