import { useQuery } from '@tanstack/react-query';
import { DrillBand, Severity, Urgent } from '@/app/ui/marks';
import { Tlp } from '@/app/ui/Tlp';
import { advisoryQuery } from './advisory';

/** The level of the advisory that a page is about, never out of sight. */
export function LevelLine({ id }: { id: string }) {
  const advisory = useQuery(advisoryQuery(id)).data;
  if (!advisory) return null;
  return (
    <div className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-2 border-b border-solid-gray-420 bg-solid-gray-50 py-2">
      {advisory.drill ? <DrillBand /> : null}
      <Tlp level={advisory.tlp} explained />
      <Urgent code={advisory.urgency} />
      <Severity code={advisory.severity} />
    </div>
  );
}
