import { useTexts } from '@/app/language';
import { stepsOf } from './state';
import { texts } from './texts';

/** Where a report stands on its way, for the eye and in words. */
export function Steps({ status }: { status: string }) {
  const t = useTexts(texts);
  return (
    <ol aria-label={t('steps')} className="flex flex-col gap-2 sm:flex-row sm:flex-wrap sm:gap-0">
      {stepsOf(status).map(({ status: step, state }, n, all) => (
        <li key={step} aria-current={state === 'now' ? 'step' : undefined} className="flex items-center gap-2">
          <span
            aria-hidden="true"
            className={`flex size-8 shrink-0 items-center justify-center rounded-full border-2 text-sm font-bold ${
              state === 'done'
                ? 'border-blue-900 bg-blue-900 text-white'
                : state === 'now'
                  ? 'border-blue-900 bg-white text-blue-900'
                  : 'border-solid-gray-420 bg-white text-solid-gray-700'
            }`}
          >
            {state === 'done' ? '✓' : n + 1}
          </span>
          <span className={state === 'now' ? 'font-bold underline underline-offset-4' : state === 'ahead' ? 'text-solid-gray-700' : ''}>
            {t(`status.${step}`)}
            {state === 'ahead' ? null : <span className="sr-only">（{state === 'done' ? t('stepDone') : t('stepNow')}）</span>}
          </span>
          {n < all.length - 1 ? <span aria-hidden="true" className="mx-2 hidden h-0.5 w-6 bg-solid-gray-420 sm:inline-block" /> : null}
        </li>
      ))}
    </ol>
  );
}
