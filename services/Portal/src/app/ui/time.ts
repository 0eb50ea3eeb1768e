import type { Language } from '../language';

const zone = 'Asia/Tokyo';

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { timeZone: zone, hourCycle: 'h23', ...options });
}

/** The clock time in Japan: 18:05. */
export function clockTime(at: Date, language: Language): string {
  return formatter(language, { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** 11月21日 18:05, with the year where it is not the present one; all times are those of Japan. */
export function japanTime(at: Date, language: Language, now: Date): string {
  const year = (date: Date) => formatter('en', { year: 'numeric' }).format(date);
  const day = formatter(language, {
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    ...(year(at) === year(now) ? {} : { year: 'numeric' }),
  }).format(at);
  return `${day} ${clockTime(at, language)}`;
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** A time that is known to the hour, the day or the month alone says no more than that. */
export function grainedTime(at: Date, grain: string | null, language: Language): string {
  const month = { year: 'numeric', month: language === 'ja' ? 'long' : 'short' } as const;
  if (grain === 'month') return formatter(language, month).format(at);
  const day = formatter(language, { ...month, day: 'numeric' }).format(at);
  if (grain === 'day') return day;
  const hour = formatter('en', { hour: '2-digit' }).format(at);
  return language === 'ja' ? `${day} ${Number(hour)}時台` : `${day} ${hour}:00–${hour}:59`;
}

/** "3 分前", "in 2 hours"; undefined within the minute. */
export function relativeTime(at: Date, language: Language, now: Date): string | undefined {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const step = steps.find(([, length]) => Math.abs(seconds) >= length);
  if (!step) return undefined;
  return new Intl.RelativeTimeFormat(language, { numeric: 'always' }).format(Math.trunc(seconds / step[1]), step[0]);
}

export function number(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'ja' ? 'ja-JP' : 'en-GB').format(value);
}
