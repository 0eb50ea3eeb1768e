import { useEffect } from 'react';
import { useTexts } from '../language';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { fetchPublished } from './desks';
import { Numbers, useWhomToCall } from './Numbers';

/** The hub does not answer: says so, whom to telephone meanwhile, and goes on trying. */
export function ServerDown({ onRetry }: { onRetry: () => void }) {
  const t = useTexts(texts);
  const whom = useWhomToCall();
  useEffect(() => {
    void fetchPublished();
    const again = setInterval(() => {
      void fetchPublished();
      onRetry();
    }, 5_000);
    window.addEventListener('online', onRetry);
    return () => {
      clearInterval(again);
      window.removeEventListener('online', onRetry);
    };
  }, [onRetry]);
  return (
    <div className="card mx-auto my-8 max-w-2xl" role="alert">
      <h1 className="mb-4 text-2xl">{t('problem.downHeading')}</h1>
      <p>{t('problem.downDetail')}</p>
      {whom.length > 0 ? <p className="mt-4 font-bold">{t('problem.downMeanwhile')}</p> : null}
      <Numbers className="my-2 flex-col" />
      <p className="my-4">
        <a className="link" href="/light">
          {t('problem.light')}
        </a>
      </p>
      <Button onPress={onRetry}>{t('retry')}</Button>
    </div>
  );
}
