import type { Schemas } from '@/api/client';
import { useTexts } from '@/app/language';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { TextInput } from '@/app/ui/fields';
import { texts } from './texts';

/** Words selected in the text or typed: they go, too. */
export function RemoveMore({
  words,
  onChange,
  found,
  isPending,
  onRemove,
}: {
  words: string;
  onChange: (words: string) => void;
  found: Schemas['MarkRenditionSpan'] | undefined;
  isPending: boolean;
  onRemove: (span: Schemas['MarkRenditionSpan']) => void;
}) {
  const t = useTexts(texts);
  return (
    <Card title={t('moreHeading')} className="not-printed">
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-full sm:min-w-96 sm:flex-1">
          <TextInput name="span" label={t('moreWords')} explanation={t('moreHow')} maxLength={500} value={words} onChange={onChange} />
        </div>
        <Button look="secondary" isPending={isPending} isDisabled={!found} onPress={() => found && onRemove(found)}>
          {t('removeToo')}
        </Button>
      </div>
      <p role="status" className="mt-2">
        {words.trim() && !found ? t('moreNone') : null}
      </p>
    </Card>
  );
}
