import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { useLanguage, useTexts } from '../language';
import { useLater } from '../later';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { useNow } from '../ui/Time';
import { clockTime } from '../ui/time';
import { session } from './session';
import { useMe } from './useSession';

const warnedBefore = 10 * 60_000;

/** Every session ends one day, whatever one does: warns ten minutes before, so that it does not happen in the middle of a report. */
export function SessionEnd() {
  const t = useTexts(texts);
  const language = useLanguage();
  const now = useNow();
  const me = useMe();
  const { data } = useQuery({
    queryKey: ['sessions', me.session],
    queryFn: ({ signal }) => answer(api.GET('/api/me/sessions', { signal })),
    staleTime: 60 * 60_000,
    refetchInterval: 60 * 60_000,
    enabled: useLater(),
  });
  const own = data?.items.find(s => s.current);
  if (!own) return null;
  const ends = new Date(own.expiresAt);
  if (ends.getTime() - now.getTime() > warnedBefore) return null;
  return (
    <div role="alert" className="not-printed border-y-2 border-orange-1000 bg-orange-50 px-4 py-2">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-4">
        <p>{t('endsSoon', { time: clockTime(ends, language) })}</p>
        <Button look="quiet" onPress={() => session.askAgain()}>
          {t('signInAgain')}
        </Button>
      </div>
    </div>
  );
}
