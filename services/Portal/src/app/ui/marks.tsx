import type { ReactNode } from 'react';
import { useCodes } from '../codes';
import { useTexts } from '../language';
import { texts } from '../texts';

const looks: Record<string, string> = {
  critical: 'bg-red-1000 text-white border-red-1000',
  high: 'bg-white text-red-1000 border-red-1000',
  medium: 'bg-white text-orange-1000 border-orange-1000',
  low: 'bg-white text-solid-gray-800 border-solid-gray-600',
};

/** A short word with a frame: what must be told from its surroundings without colour. */
export function Mark({
  children,
  className = 'border-solid-gray-600 bg-white text-solid-gray-800',
}: {
  children: ReactNode;
  className?: string;
}) {
  return <span className={`inline-block rounded border px-2 py-0.5 text-sm font-bold ${className}`}>{children}</span>;
}

export function Severity({ code }: { code: string | null | undefined }) {
  const t = useTexts(texts);
  const name = useCodes();
  if (!code) return null;
  return (
    <Mark className={looks[code]}>
      {t('severity')}: {name('severities', code)}
    </Mark>
  );
}

export function Urgent({ code }: { code: string | null | undefined }) {
  const t = useTexts(texts);
  return code === 'urgent' ? <Mark className="border-red-1000 bg-red-1000 text-white">{t('urgent')}</Mark> : null;
}

/** 【訓練】: cannot be overlooked and has words of its own (invariant I7). */
export function DrillMark() {
  const t = useTexts(texts);
  return (
    <span className="inline-block rounded border-2 border-dashed border-black bg-yellow-300 px-2 py-0.5 font-bold text-black">
      【{t('drill')}】
    </span>
  );
}

/** 【訓練】 from side to side: all that stands with it belongs to a drill. On paper the dashes and the word say it. */
export function DrillBand({ className = '', children }: { className?: string; children?: ReactNode }) {
  const t = useTexts(texts);
  return (
    <div className={`w-full border-y-4 border-dashed border-black bg-yellow-300 px-3 py-1 text-black print:border-4 ${className}`}>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <strong className="text-lg">【{t('drill')}】</strong>
        <span className="font-bold">{t('drillExplained')}</span>
      </p>
      {children}
    </div>
  );
}
