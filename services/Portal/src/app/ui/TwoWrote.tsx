import { useTexts } from '../language';
import { Button } from './Button';
import { Table } from './Table';
import { texts } from './twoWroteTexts';

/** An entry of which two people, or two windows of one, say different things. */
export interface Difference {
  field: string;
  theirs: string;
  mine: string;
}

/** Two wrote at once: what differs, side by side, and which of the two counts. */
export function TwoWrote({
  differences,
  isPending = false,
  onTheirs,
  onMine,
}: {
  differences: readonly Difference[];
  isPending?: boolean;
  onTheirs: () => void;
  onMine: () => void;
}) {
  const t = useTexts(texts);
  const shown = (text: string) => (text === '' ? t('none') : <span className="whitespace-pre-line">{text}</span>);
  return (
    <section role="alert" className="rounded-lg border-2 border-red-900 bg-white p-4">
      <h2 className="text-lg text-red-1000">{t('title')}</h2>
      <p className="mb-3">{t('what')}</p>
      {differences.length === 0 ? (
        <p className="mb-3">{t('same')}</p>
      ) : (
        <div className="mb-4">
          <Table
            caption={t('title')}
            rows={differences}
            keyOf={difference => difference.field}
            columns={[
              { head: t('field'), cell: difference => difference.field },
              { head: t('theirs'), cell: difference => shown(difference.theirs) },
              { head: t('mine'), cell: difference => shown(difference.mine) },
            ]}
          />
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <Button look="secondary" isPending={isPending} onPress={onTheirs}>
          {t('takeTheirs')}
        </Button>
        <Button look="secondary" isPending={isPending} onPress={onMine}>
          {t('keepMine')}
        </Button>
      </div>
    </section>
  );
}
