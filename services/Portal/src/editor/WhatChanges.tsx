import type { Advisory } from '@/advisory/advisory';
import { useLanguage, useTexts } from '@/app/language';
import { changesOf, linesOf } from './changes';
import type { Draft } from './draft';
import { Part } from './parts';
import { texts } from './texts';

/** What the second person is asked to let out: line by line against the version that stands. */
export function WhatChanges({ standing, draft }: { standing: Advisory; draft: Draft }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const changes = changesOf(standing, draft, language);
  return (
    <Part title={t('parts.changes')}>
      {changes.length === 0 ? <p>{t('noChanges')}</p> : null}
      {changes.map(change => (
        <section key={change.field}>
          <h3 className="mb-1 font-bold">{t(`field.${change.field}`)}</h3>
          <ul className="font-mono text-sm">
            {linesOf(change.before, change.after).map((line, n) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is where it is
                key={n}
                className={`flex gap-2 px-2 whitespace-pre-wrap ${line.kind === 'gone' ? 'bg-red-50 line-through' : line.kind === 'new' ? 'bg-green-50 font-bold' : ''}`}
              >
                <span aria-hidden="true">{line.kind === 'gone' ? '−' : line.kind === 'new' ? '＋' : '　'}</span>
                {line.kind === 'same' ? null : <span className="sr-only">{line.kind === 'gone' ? t('before') : t('after')}: </span>}
                <span>{line.text || ' '}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Part>
  );
}
