import type { Schemas } from '@/api/client';

/** The words that a reason points at, each once; empty where it points at none. */
export function foundWords(found: readonly Schemas['Found'][], fields: Readonly<Record<string, string>>): string {
  const words = found.map(({ field, start, length }) => (fields[field] ?? '').slice(start, start + length).trim()).filter(Boolean);
  return [...new Set(words)]
    .slice(0, 8)
    .map(word => `「${word}」`)
    .join('');
}
