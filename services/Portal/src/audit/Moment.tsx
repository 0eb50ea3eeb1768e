import { useLanguage } from '@/app/language';

/** When an entry was made, to the second and in Japan time: in a trail the order of what happened counts. */
export function Moment({ at }: { at: string }) {
  const language = useLanguage();
  const said = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: 'Asia/Tokyo',
    dateStyle: 'medium',
    timeStyle: 'medium',
  }).format(new Date(at));
  return <time dateTime={at}>{said}</time>;
}
