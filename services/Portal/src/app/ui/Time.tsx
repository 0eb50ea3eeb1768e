import { useLanguage, useTexts } from '../language';
import { Store, useStore } from '../store';
import { texts } from '../texts';
import { japanTime, relativeTime } from './time';

const clock = new Store(new Date());
setInterval(() => clock.set(new Date()), 20_000);

/** The present moment, renewed three times a minute. */
export function useNow(): Date {
  return useStore(clock);
}

/** A moment in Japan time, and how long ago that is. */
export function Time({ at, relative = true }: { at: string; relative?: boolean }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const now = useNow();
  const date = new Date(at);
  return (
    <time dateTime={at} title={t('japanTime')}>
      {japanTime(date, language, now)}
      {relative ? <span className="text-solid-gray-700 print:hidden">（{relativeTime(date, language, now) ?? t('time.now')}）</span> : null}
    </time>
  );
}
