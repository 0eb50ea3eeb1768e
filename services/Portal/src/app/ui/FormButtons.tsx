import type { ReactNode } from 'react';
import { useTexts } from '../language';
import { texts } from '../texts';
import { Button, type ButtonProps } from './Button';

/** Ends a form: does what it is for, or leaves all as it was. */
export function FormButtons({
  does,
  look,
  isPending,
  onCancel,
}: Pick<ButtonProps, 'look'> & { does: ReactNode; isPending: boolean; onCancel: () => void }) {
  const t = useTexts(texts);
  return (
    <div className="flex flex-wrap gap-3">
      <Button type="submit" look={look ?? 'primary'} isPending={isPending}>
        {does}
      </Button>
      <Button look="quiet" onPress={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}
