import { useTexts } from '@/app/language';
import type { ReportView } from '@/reports/reports';
import { type Field, fields, isSource, type Piece, type Rendition, renderedPieces, sourcePieces } from './spans';
import { texts } from './texts';

export interface Linked {
  /** The item that is pointed at on either side: r3, k1. */
  active: string | undefined;
  setActive: (item: string | undefined) => void;
}

export function itemOf(piece: Pick<Piece, 'removal' | 'kept'>): string | undefined {
  return piece.removal ? `r${piece.removal.id}` : piece.kept ? `k${piece.kept.id}` : undefined;
}

/** The original and what goes out of it; what is pointed at on one side is shown on the other. */
export function SideBySide({
  report,
  rendition,
  onSelect,
  ...linked
}: Linked & { report: ReportView['report']; rendition: Rendition; onSelect: (words: string) => void }) {
  const t = useTexts(texts);
  const source = (field: Field) => report?.[field] ?? '';
  const shown = fields.filter(field => source(field) !== '' || rendition.narrative[field]);
  const untouched = fields.every(field => isSource(source(field), rendition.narrative[field] ?? '', field, rendition));
  const select = () => {
    const words = document.getSelection()?.toString().trim() ?? '';
    if (words && words.length <= 500) onSelect(words);
  };
  return (
    <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
      <section aria-labelledby="original" className="card">
        <h2 id="original" className="mb-3 text-xl">
          {t('original')}
        </h2>
        {untouched ? (
          <p className="mb-3 text-sm">
            <mark className="rounded bg-red-100 px-1 text-black line-through">{t('legendRemoved')}</mark>{' '}
            <mark className="rounded bg-green-100 px-1 text-black">{t('legendKept')}</mark>
          </p>
        ) : (
          <p className="mb-3 font-bold">{t('edited')}</p>
        )}
        {shown.map(field => (
          <Text
            key={field}
            title={t(`field.${field}`)}
            pieces={untouched ? sourcePieces(source(field), field, rendition) : [{ text: source(field), start: 0 }]}
            side="source"
            {...linked}
          />
        ))}
      </section>
      <section aria-labelledby="rendition" className="card border-2 border-blue-900" onPointerUp={select} onKeyUp={select}>
        <h2 id="rendition" className="mb-3 text-xl">
          {t('rendition')}
        </h2>
        {shown.map(field => (
          <Text
            key={field}
            title={t(`field.${field}`)}
            pieces={renderedPieces(rendition.narrative[field] ?? '', field, rendition)}
            side="rendered"
            {...linked}
          />
        ))}
      </section>
    </div>
  );
}

function Text({
  title,
  pieces,
  side,
  active,
  setActive,
}: Linked & { title: string; pieces: readonly Piece[]; side: 'source' | 'rendered' }) {
  const t = useTexts(texts);
  return (
    <div className="mb-4">
      <h3 className="text-sm font-bold text-solid-gray-700">{title}</h3>
      <p className="leading-loose whitespace-pre-line">
        {pieces.map(piece => {
          const item = itemOf(piece);
          if (!item) return <span key={piece.start}>{piece.text}</span>;
          const looks = piece.kept ? 'bg-green-100' : side === 'source' ? 'bg-red-100 line-through' : 'bg-blue-100 font-bold';
          return (
            <button
              key={piece.start}
              type="button"
              title={t('show', { text: piece.text })}
              className={`inline rounded px-0.5 text-start text-black select-text ${looks} ${active === item ? 'ring-4 ring-yellow-500' : ''}`}
              onPointerEnter={() => setActive(item)}
              onPointerLeave={() => setActive(undefined)}
              onFocus={() => setActive(item)}
              onBlur={() => setActive(undefined)}
              onClick={() => {
                if (document.getSelection()?.toString()) return;
                document.getElementById(`item-${item}`)?.focus();
              }}
            >
              {piece.text}
            </button>
          );
        })}
      </p>
    </div>
  );
}
