import { useEffect, useRef } from 'react';
import type { EChartsOption } from './charts';

/** A chart, drawn once ECharts is loaded. It shows what a table beside it says: for a screen reader the table alone counts. */
export function Chart({ option, height }: { option: EChartsOption; height: number }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<{ setOption: (option: EChartsOption) => void } | undefined>(undefined);
  const newest = useRef(option);
  newest.current = option;
  useEffect(() => {
    let end: (() => void) | undefined;
    let left = false;
    void import('./charts').then(({ draw }) => {
      if (left || !place.current) return;
      const drawn = draw(place.current);
      drawn.setOption(newest.current);
      chart.current = drawn;
      const resized = new ResizeObserver(() => drawn.resize());
      resized.observe(place.current);
      end = () => {
        resized.disconnect();
        drawn.dispose();
      };
    });
    return () => {
      left = true;
      chart.current = undefined;
      end?.();
    };
  }, []);
  useEffect(() => chart.current?.setOption(option), [option]);
  return <div ref={place} aria-hidden="true" className="w-full" style={{ height }} />;
}
