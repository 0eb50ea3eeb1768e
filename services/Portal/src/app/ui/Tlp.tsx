import { useTexts } from '../language';
import { texts } from '../texts';

/** The colours that FIRST prescribes for TLP 2.0, on black (https://www.first.org/tlp/). */
const colours: Record<string, string> = {
  RED: 'text-[#ff2b2b]',
  'AMBER+STRICT': 'text-[#ffc000]',
  AMBER: 'text-[#ffc000]',
  GREEN: 'text-[#33ff00]',
  CLEAR: 'text-[#ffffff]',
};

/** A TLP label. One that is not known counts as RED. */
export function Tlp({ level, explained = false }: { level: string; explained?: boolean }) {
  const t = useTexts(texts);
  const known = level in colours ? (level as 'RED') : 'RED';
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-2 gap-y-1">
      <span lang="en" className={`tlp inline-block rounded bg-black px-2 py-0.5 font-bold whitespace-nowrap ${colours[known]}`}>
        TLP:{known}
      </span>
      {explained ? <span className="text-sm">{t(`tlp.${known}`)}</span> : null}
    </span>
  );
}
