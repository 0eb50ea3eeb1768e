import { type RefObject, useEffect, useState } from 'react';
import type { Problem } from '@/api/problem';
import { useTexts } from '../language';
import { texts } from '../texts';

/** Why the hub refused, in its own words, with the number to tell whoever is asked for help. */
export function ProblemNotice({
  problem,
  within,
  onRetry,
}: {
  problem: Problem;
  within?: RefObject<HTMLFormElement | null>;
  onRetry?: () => void;
}) {
  const t = useTexts(texts);
  const [elsewhere, setElsewhere] = useState<(readonly [string, string])[]>([]);
  useEffect(() => {
    // what stands at a field need not be said twice
    const named = new Set([...(within?.current?.elements ?? [])].map(e => e.getAttribute('name')));
    setElsewhere(Object.entries(problem.errors).flatMap(([path, said]) => (named.has(path) ? [] : said.map(s => [path, s] as const))));
  }, [problem, within]);

  // of a 401 the title says only that one must sign in, which is what one is trying
  const title =
    problem.status === 0 ? t('problem.unreachable') : (problem.status === 401 && problem.detail) || problem.title || t('problem.unknown');
  const atFields = Object.keys(problem.errors).length > elsewhere.length;
  return (
    <div role="alert" className="rounded-lg border-2 border-red-900 bg-white p-4">
      <p className="font-bold text-red-900">{title}</p>
      {problem.status === 0 ? <p>{t('problem.unreachableDetail')}</p> : null}
      {problem.detail && problem.detail !== title ? <p>{problem.detail}</p> : null}
      {atFields ? <p>{t('problem.fields')}</p> : null}
      {elsewhere.length > 0 ? (
        <ul className="list-disc ps-6">
          {elsewhere.map(([path, said]) => (
            <li key={path + said}>
              {said} <code className="text-sm text-solid-gray-700">{path}</code>
            </li>
          ))}
        </ul>
      ) : null}
      {problem.requestId ? (
        <p className="text-sm text-solid-gray-700">
          {t('problem.requestId')}: <code>{problem.requestId}</code>
        </p>
      ) : null}
      {onRetry ? (
        <button type="button" className="link mt-2 min-h-11 font-bold" onClick={onRetry}>
          {t('retry')}
        </button>
      ) : null}
    </div>
  );
}
