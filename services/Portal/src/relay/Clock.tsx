import { useLanguage, useTexts } from '@/app/language';
import { useNow } from '@/app/ui/Time';
import { clockTime } from '@/app/ui/time';
import { minutesLeft } from './rules';
import { texts } from './texts';

/** How long there is for words of one's own. */
export function Clock({ due }: { due: string | undefined }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const now = useNow();
  if (due === undefined) return <p>{t('byHand')}</p>;
  const left = minutesLeft(due, now);
  const soon = left <= 5;
  return (
    <p className={`inline-block rounded-lg border-2 px-3 py-1 ${soon ? 'border-red-900 text-red-1000' : 'border-solid-gray-536'}`}>
      {left > 0 ? (
        <>
          <strong className="text-lg">{t('left', { count: left })}</strong>{' '}
          <time dateTime={due}>{t('goesAt', { time: clockTime(new Date(due), language) })}</time>
        </>
      ) : (
        <strong>{t('goesNow')}</strong>
      )}
    </p>
  );
}
