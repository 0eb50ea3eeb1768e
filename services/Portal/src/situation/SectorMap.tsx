import { useCodes } from '@/app/codes';
import { useTexts } from '@/app/language';
import { bend, bySector, placesOf, type Situation } from './situation';
import { texts } from './texts';

const [width, height] = [900, 560];
const radius = 30;

const looks: Record<string, string> = {
  critical: 'fill-red-1000 stroke-red-1000',
  high: 'fill-red-100 stroke-red-1000',
  medium: 'fill-orange-100 stroke-orange-1000',
  low: 'fill-white stroke-solid-gray-800',
  unknown: 'fill-white stroke-solid-gray-800',
};

/** The sectors in a circle, with arrows where the same was reported from one and then from another. The table below it says the same. */
export function SectorMap({ situation, className }: { situation: Situation; className?: string }) {
  const t = useTexts(texts);
  const name = useCodes();
  const called = (sector: string | null) => (sector === null ? t('sectorUnknown') : name('sectors', sector));
  const counts = bySector(situation);
  const places = placesOf(counts.length, width, height, { x: 130, y: 52 });
  const middle = { x: width / 2, y: height / 2 };
  const most = Math.max(1, ...situation.spread.map(spread => spread.reports));
  const placeOf = (sector: string) => places[counts.findIndex(count => count.sector === sector)];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={className} aria-hidden="true" focusable="false">
      <defs>
        <marker
          id="spread-end"
          viewBox="0 0 10 10"
          refX="8"
          refY="5"
          markerWidth="14"
          markerHeight="14"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 L10 5 L0 10 z" className="fill-blue-900" />
        </marker>
      </defs>
      {situation.spread.map(spread => {
        const [from, to] = [placeOf(spread.from), placeOf(spread.to)];
        if (!from || !to) return null;
        return (
          <path
            key={`${spread.from} ${spread.to}`}
            d={bend(from, to, middle, radius)}
            className="fill-none stroke-blue-900"
            strokeWidth={2 + 6 * (spread.reports / most)}
            strokeOpacity={0.75}
            markerEnd="url(#spread-end)"
          />
        );
      })}
      {counts.map(({ sector, last7Days, worst }, n) => {
        const { x, y } = places[n] ?? middle;
        const critical = worst === 'critical';
        return (
          <g key={sector ?? ''}>
            <circle
              cx={x}
              cy={y}
              r={radius}
              strokeWidth={worst ? 4 : 1.5}
              className={worst ? looks[worst] : 'fill-white stroke-solid-gray-420'}
            />
            <text
              x={x}
              y={y + 8}
              textAnchor="middle"
              fontSize={22}
              fontWeight={700}
              className={critical ? 'fill-white' : last7Days > 0 ? 'fill-black' : 'fill-solid-gray-600'}
            >
              {last7Days}
            </text>
            <Label x={x} y={y} middle={middle.x} text={called(sector)} />
          </g>
        );
      })}
    </svg>
  );
}

/** Beside the circle, outwards; above or below it where it stands in the middle. */
function Label({ x, y, middle, text }: { x: number; y: number; middle: number; text: string }) {
  const central = Math.abs(x - middle) < 60;
  const left = x < middle;
  const short = text.length > 18 ? `${text.slice(0, 17)}…` : text;
  if (central) {
    return (
      <text x={x} y={y < 200 ? y - radius - 8 : y + radius + 20} textAnchor="middle" fontSize={17} fontWeight={700}>
        {short}
      </text>
    );
  }
  return (
    <text x={left ? x - radius - 8 : x + radius + 8} y={y + 6} textAnchor={left ? 'end' : 'start'} fontSize={17} fontWeight={700}>
      {short}
    </text>
  );
}
