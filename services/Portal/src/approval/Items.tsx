import type { Schemas } from '@/api/client';
import { useCodes } from '@/app/codes';
import { useTexts } from '@/app/language';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import type { ReportView } from '@/reports/reports';
import type { Linked } from './SideBySide';
import { type Field, familiesOf, fields, isSource, type Kept, type Removal, type Rendition } from './spans';
import { texts } from './texts';

type Mark = (span: Schemas['MarkRenditionSpan'], action: 'remove' | 'keep' | 'none') => void;

/** Each thing that was taken out or left in, why, and how to have it otherwise. */
export function Items({
  report,
  rendition,
  mayMark,
  isPending,
  onMark,
  active,
  setActive,
}: Linked & { report: ReportView['report']; rendition: Rendition; mayMark: boolean; isPending: boolean; onMark: Mark }) {
  const t = useTexts(texts);
  const untouched = fields.every(field => isSource(report?.[field] ?? '', rendition.narrative[field] ?? '', field, rendition));
  const textOf = ({ field, start, length }: Removal | Kept) =>
    untouched ? (report?.[field as Field] ?? '').slice(start, start + length) : undefined;
  const point = (item: string) => ({
    id: `item-${item}`,
    tabIndex: -1,
    onPointerEnter: () => setActive(item),
    onPointerLeave: () => setActive(undefined),
    onFocus: () => setActive(item),
    onBlur: () => setActive(undefined),
    className: `rounded-lg border p-3 ${active === item ? 'border-black ring-4 ring-yellow-500' : 'border-solid-gray-420'}`,
  });
  return (
    <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
      <Card title={rendition.removed.length === 0 ? t('removedNone') : t('removed', { count: rendition.removed.length })}>
        <ul className="flex flex-col gap-2">
          {rendition.removed.map(removal => {
            const text = textOf(removal);
            const kept = rendition.marks.some(mark => !mark.remove && mark.text === text);
            const byYou = rendition.marks.some(mark => mark.remove && mark.text === text);
            return (
              <li key={removal.id} {...point(`r${removal.id}`)}>
                <Removed removal={removal} text={text} />
                {kept ? <p className="font-bold">{t('keptAnyway')}</p> : null}
                {mayMark ? (
                  <Button
                    look="quiet"
                    className="-ms-4"
                    isPending={isPending}
                    aria-label={kept || byYou ? t('undoOf', { text: text ?? '' }) : t('keepOf', { text: text ?? removal.replacement })}
                    onPress={() => onMark(spanOf(removal), kept || byYou ? 'none' : 'keep')}
                  >
                    {kept || byYou ? t('undo') : t('keep')}
                  </Button>
                ) : null}
              </li>
            );
          })}
        </ul>
      </Card>
      <Card title={rendition.kept.length === 0 ? t('keptNone') : t('kept', { count: rendition.kept.length })}>
        {rendition.kept.length > 0 ? <p className="mb-3 text-sm text-solid-gray-700">{t('keptWhat')}</p> : null}
        <ul className="flex flex-col gap-2">
          {rendition.kept.map(kept => (
            <li key={kept.id} {...point(`k${kept.id}`)}>
              <Left kept={kept} />
              {mayMark ? (
                <Button
                  look="quiet"
                  className="-ms-4"
                  isPending={isPending}
                  aria-label={t('removeOf', { text: kept.value })}
                  onPress={() => onMark(spanOf(kept), 'remove')}
                >
                  {t('removeToo')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

function spanOf({ field, start, length }: Removal | Kept): Schemas['MarkRenditionSpan'] {
  return { field, start, length };
}

function Removed({ removal, text }: { removal: Removal; text: string | undefined }) {
  const t = useTexts(texts);
  const type = removal.type in texts.ja.type ? (removal.type as keyof (typeof texts)['ja']['type']) : 'other';
  return (
    <>
      <p className="font-bold">
        {text === undefined ? t('becomesHidden', { to: removal.replacement }) : t('becomes', { from: text, to: removal.replacement })}
      </p>
      <p className="text-sm">
        {t(`type.${type}`)}:{' '}
        {familiesOf(removal.rule)
          .map(family => t(`family.${family}`))
          .join(' / ')}
      </p>
    </>
  );
}

function Left({ kept }: { kept: Kept }) {
  const t = useTexts(texts);
  const name = useCodes();
  const role = kept.role === 'attacker' || kept.role === 'victim' ? kept.role : 'unknown';
  // whose a product or a weakness is, nobody asks
  const owned = !['cve', 'product'].includes(kept.type);
  return (
    <>
      <p className="font-bold">
        <code>{kept.value}</code>
      </p>
      <p className="text-sm">
        {name('indicatorTypes', kept.type)}
        {owned ? ` ・ ${t(`role.${role}`)}` : ''}
      </p>
      {owned && role === 'unknown' ? <p className="text-sm">{t('roleUnknown')}</p> : null}
    </>
  );
}
