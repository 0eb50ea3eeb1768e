import { BarChart, type BarSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption, LegendComponent, type LegendComponentOption } from 'echarts/components';
import { type ComposeOption, type ECharts, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

export type EChartsOption = ComposeOption<BarSeriesOption | GridComponentOption | LegendComponentOption>;

use([BarChart, GridComponent, LegendComponent, CanvasRenderer]);

export function draw(place: HTMLElement): ECharts {
  return init(place);
}
