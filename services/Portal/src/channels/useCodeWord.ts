import { useTexts } from '@/app/language';
import { texts } from './texts';
import { meaningOf } from './words';

/** A status in words, with its number for whoever looks for it in a log. */
export function useCodeWord(): (channel: string | null, code: number) => string {
  const t = useTexts(texts);
  return (channel, code) => `${t(`code.${meaningOf(channel, code)}`)} ${code}`;
}
