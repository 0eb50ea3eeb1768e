import { useState } from 'react';
import { useTexts } from '../language';
import { texts } from '../texts';
import { Button, type ButtonProps } from './Button';

/** Puts a text onto the clipboard and says whether it is there: a browser may refuse. */
export function CopyButton({
  text,
  label,
  look = 'secondary',
  className = '',
}: { text: string; label: string } & Pick<ButtonProps, 'look' | 'className'>) {
  const t = useTexts(texts);
  const [said, setSaid] = useState<'copied' | 'notCopied'>();
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid('notCopied'),
    );
  return (
    <>
      <Button look={look} className={className} onPress={copy}>
        {label}
      </Button>
      <span role="status">{said ? t(said) : ''}</span>
    </>
  );
}
