import { type ReactNode, useState } from 'react';
import { useTexts } from '../language';
import { Button } from '../ui/Button';
import { texts } from './texts';

/** Recovery codes, shown this once; `children` is what one presses when they are kept. */
export function RecoveryCodeList({ codes, children }: { codes: readonly string[]; children: ReactNode }) {
  const t = useTexts(texts);
  const [copied, setCopied] = useState(false);
  return (
    <>
      <p>{t('recoveryCodesDetail')}</p>
      <ul className="my-4 grid grid-cols-1 gap-2 font-mono text-lg sm:grid-cols-2">
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="not-printed flex flex-wrap gap-3">
        <Button look="secondary" onPress={() => window.print()}>
          {t('print')}
        </Button>
        <Button look="secondary" onPress={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true))}>
          {t('copy')}
        </Button>
        {children}
        <span role="status">{copied ? t('copied') : ''}</span>
      </div>
    </>
  );
}
