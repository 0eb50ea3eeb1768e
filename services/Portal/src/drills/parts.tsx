import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '@/app/language';
import { Mark } from '@/app/ui/marks';
import { Time } from '@/app/ui/Time';
import { ceptoarsQuery } from '@/directory/directory';
import type { DrillItem } from './drills';
import { stages } from './figures';
import { states } from './search';
import { texts } from './texts';

const looks: Record<string, string> = {
  planned: 'border-blue-900 bg-white text-blue-1000',
  running: 'border-dashed border-black bg-yellow-300 text-black',
  closed: 'border-green-900 bg-white text-green-1000',
  stopped: 'border-red-1000 bg-white text-red-1000',
};

/** How a drill stands, in a word. */
export function StateMark({ state }: { state: string }) {
  const t = useTexts(texts);
  const known = states.find(s => s === state);
  return <Mark className={looks[state]}>{known ? t(`states.${known}`) : state}</Mark>;
}

/** When a drill takes place or took place: its begin, or the window of an unannounced one, with the moment that was drawn for who may know it. */
export function When({
  drill,
}: {
  drill: Pick<DrillItem, 'announced'> & Partial<Pick<DrillItem, 'startsAt' | 'window' | 'startedAt' | 'endedAt'>>;
}) {
  const t = useTexts(texts);
  const { window, startsAt, startedAt } = drill;
  if (startedAt) {
    return (
      <>
        <Time at={startedAt} relative={false} />
        {drill.endedAt ? (
          <>
            {' – '}
            <Time at={drill.endedAt} relative={false} />
          </>
        ) : null}
      </>
    );
  }
  if (drill.announced) return startsAt ? <Time at={startsAt} /> : null;
  return (
    <>
      {window?.from && window.until ? (
        <>
          <Time at={window.from} relative={false} /> – <Time at={window.until} relative={false} />{' '}
        </>
      ) : null}
      <strong>{t('unannounced')}</strong>
      {startsAt ? (
        <span className="block text-sm">
          {t('drawn')}: <Time at={startsAt} relative={false} />
        </span>
      ) : null}
    </>
  );
}

export function useStageName(): (stage: string) => string {
  const t = useTexts(texts);
  return stage => {
    const known = stages.find(s => s === stage);
    return known ? t(`hops.${known}`) : stage;
  };
}

/** The name of a CEPTOAR in the reader's language. */
export function useCeptoarName(): (code: string) => string {
  const language = useLanguage();
  const { data: ceptoars = [] } = useQuery(ceptoarsQuery);
  return code => {
    const found = ceptoars.find(c => c.code === code);
    return (language === 'en' ? found?.nameEn : found?.name) ?? code;
  };
}

export function BackToDrills() {
  const t = useTexts(texts);
  return (
    <Above>
      <Link to="/drills" className="link">
        ← {t('back')}
      </Link>
    </Above>
  );
}

export function Above({ children }: { children: ReactNode }) {
  return <p className="not-printed mb-4">{children}</p>;
}
