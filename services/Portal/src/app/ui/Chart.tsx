import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';

/**
 * A chart by ECharts, which is loaded when one is shown. It is a picture of a table that stands beside it: readers of the page who do
 * not see it lose nothing.
 */
export function Chart({ option, className }: { option: EChartsCoreOption; className: string }) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<{ setOption: (option: EChartsCoreOption, notMerge: boolean) => void } | undefined>(undefined);
  const newest = useRef(option);
  newest.current = option;
  useEffect(() => {
    let end: (() => void) | undefined;
    let left = false;
    void import('./echarts').then(({ echarts }) => {
      if (left || !box.current) return;
      const made = echarts.init(box.current, undefined, { renderer: 'canvas' });
      chart.current = made;
      made.setOption(newest.current, true);
      const watch = new ResizeObserver(() => made.resize());
      watch.observe(box.current);
      end = () => {
        watch.disconnect();
        made.dispose();
        chart.current = undefined;
      };
    });
    return () => {
      left = true;
      end?.();
    };
  }, []);
  useEffect(() => chart.current?.setOption(option, true), [option]);
  return <div ref={box} aria-hidden="true" className={className} />;
}

/** Told apart by lightness, too, for who does not tell colours. */
export const chartColours = ['#0017c1', '#e25100', '#118f56'] as const;
export const chartText = { color: '#1a1a1a', fontFamily: 'Noto Sans JP, Noto Sans CJK JP, sans-serif' } as const;
