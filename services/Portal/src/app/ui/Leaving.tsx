import { useBlocker } from '@tanstack/react-router';
import { useTexts } from '../language';
import { Button } from './Button';
import { Dialogue } from './Dialogue';
import { wouldLose } from './leaving';
import { texts } from './leavingTexts';

/** Asks before a page is left on which something would be lost. */
export function Leaving({
  when,
  keep,
  of,
}: {
  when: boolean | (() => boolean);
  /** Tried first: where nothing is lost any more nobody is asked. */
  keep?: () => Promise<unknown>;
  /** What of the address, beside its path, says which text is on the page. */
  of?: (search: object) => unknown;
}) {
  const t = useTexts(texts);
  const unsaved = () => (typeof when === 'function' ? when() : when);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      (current.pathname !== next.pathname || of?.(current.search) !== of?.(next.search)) && wouldLose(unsaved, keep),
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  return (
    <Dialogue title={t('title')} isOpen={blocker.status === 'blocked'} onClose={() => blocker.reset?.()}>
      <p className="mb-4">{t('what')}</p>
      <div className="flex flex-wrap gap-3">
        <Button autoFocus onPress={() => blocker.reset?.()}>
          {t('stay')}
        </Button>
        <Button look="danger" onPress={() => blocker.proceed?.()}>
          {t('leave')}
        </Button>
      </div>
    </Dialogue>
  );
}
