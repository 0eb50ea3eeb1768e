import { Problem } from '@/api/problem';
import { useTexts } from '../language';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { ProblemNotice } from './ProblemNotice';

/** A page that could not be shown: a part of it could not be loaded, most often for a newer version is out. */
export function Broken({ error }: { error: unknown }) {
  const t = useTexts(texts);
  return (
    <div className="card mx-auto my-8 max-w-2xl">
      {error instanceof Problem ? <ProblemNotice problem={error} /> : <h1 className="mb-4 text-2xl">{t('problem.unknown')}</h1>}
      <p className="my-4">{t('problem.outdated')}</p>
      <Button onPress={() => location.reload()}>{t('problem.reload')}</Button>
    </div>
  );
}
