import { endOf } from '../all';
import { useTexts } from '../language';
import { Button } from './Button';
import { texts } from './listEndTexts';

/** Ends a list: leads to the older ones, or says that they are not shown. */
export function ListEnd({ count, limit, onMore }: { count: number; limit: number; onMore: () => void }) {
  const t = useTexts(texts);
  const end = endOf(count, limit);
  if (end === 'all') return null;
  return end === 'more' ? (
    <Button look="secondary" className="not-printed mt-6" onPress={onMore}>
      {t('more')}
    </Button>
  ) : (
    <p className="card mt-6">{t('cut', { count: limit })}</p>
  );
}
