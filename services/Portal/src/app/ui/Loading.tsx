import { useTexts } from '../language';
import { texts } from '../texts';

export function Loading() {
  const t = useTexts(texts);
  return (
    <p role="status" className="py-8 text-center text-solid-gray-700">
      {t('loading')}…
    </p>
  );
}
