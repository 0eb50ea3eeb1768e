import { useEffect } from 'react';
import { useTexts } from '../language';
import { settings } from '../settings';
import { useStore } from '../store';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { desks } from './desks';

/** The hub does not answer: says so, whom to telephone meanwhile, and goes on trying. */
export function ServerDown({ onRetry }: { onRetry: () => void }) {
  const t = useTexts(texts);
  const known = useStore(desks);
  // the hub knows better than the build
  const centre = known.some(desk => desk.kind === 'centre') ? undefined : settings.centreTelephone;
  useEffect(() => {
    const again = setInterval(onRetry, 5_000);
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
      {known.length > 0 || centre ? <p className="mt-4 font-bold">{t('problem.downMeanwhile')}</p> : null}
      <dl className="my-2 flex flex-col gap-1">
        {known.map(desk => (
          <div key={desk.name + desk.telephone} className="flex flex-wrap gap-x-4">
            <dt>{desk.name}</dt>
            <dd>
              <a className="link font-bold" href={`tel:${desk.telephone}`}>
                {desk.telephone}
              </a>
            </dd>
          </div>
        ))}
        {centre ? (
          <div className="flex flex-wrap gap-x-4">
            <dt>{t('problem.centre')}</dt>
            <dd>
              <a className="link font-bold" href={`tel:${centre}`}>
                {centre}
              </a>
            </dd>
          </div>
        ) : null}
      </dl>
      <p className="my-4">
        <a className="link" href="/light">
          {t('problem.light')}
        </a>
      </p>
      <Button onPress={onRetry}>{t('retry')}</Button>
    </div>
  );
}
