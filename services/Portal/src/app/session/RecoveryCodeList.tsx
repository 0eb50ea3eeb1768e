import type { ReactNode } from 'react';
import { useTexts } from '../language';
import { Button } from '../ui/Button';
import { CopyButton } from '../ui/CopyButton';
import { texts } from './texts';

/** Recovery codes, shown this once; `children` is what one presses when they are kept. */
export function RecoveryCodeList({ codes, children }: { codes: readonly string[]; children: ReactNode }) {
  const t = useTexts(texts);
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
        <CopyButton text={codes.join('\n')} label={t('copy')} />
        {children}
      </div>
    </>
  );
}
