import { useState } from 'react';
import { useTexts } from '@/app/language';
import { texts } from './texts';

/** A part of a page that is read, opened to be changed, and read again with word that it was saved. */
export function useEditing<Value extends object>() {
  const t = useTexts(texts);
  const [open, setOpen] = useState<Value>();
  const [said, setSaid] = useState('');
  return {
    /** What stands in the fields; undefined while it is only read. */
    open,
    said,
    begin(value: Value) {
      setSaid('');
      setOpen(value);
    },
    put(part: Partial<Value>) {
      setOpen(old => old && { ...old, ...part });
    },
    close(saved = false) {
      setOpen(undefined);
      setSaid(saved ? t('saved') : '');
    },
  };
}
