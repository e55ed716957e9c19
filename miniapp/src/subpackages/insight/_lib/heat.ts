import type { EChartsCoreOption } from 'echarts/core';
import { COLOURS, FONT, type Look, widthOf } from './look';

export interface HeatPicture {
  /** Along the foot, from the left. */
  columns: readonly string[];
  /** From above. */
  rows: readonly string[];
  /** Each as long as `columns`, one for each row. */
  values: readonly (readonly number[])[];
}

const ROW = 30;
const GAP = 8;
/** The deepest ground on which dark figures are still read at 4.5 : 1. */
const DEEPEST = '#5c9a8b';

/** Height of the whole picture in px. */
export const heatHeight = ({ rows }: HeatPicture, { line }: Look): number => rows.length * Math.max(ROW, line + 12) + line + GAP;

/** A field of cells, the darker the more; the figure stands in each, so that no shade has to be guessed. */
export function heatOption({ columns, rows, values }: HeatPicture, look: Look): EChartsCoreOption {
  const text = { fontFamily: FONT, fontSize: look.text, lineHeight: look.line };
  const most = Math.max(1, ...values.flat());
  return {
    animation: false,
    textStyle: text,
    grid: {
      left: Math.max(0, ...rows.map((row) => widthOf(row, look))) + GAP,
      right: 0,
      top: 0,
      bottom: look.line + GAP,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'category',
      data: [...columns],
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...text, color: COLOURS['ink-2'], margin: GAP, hideOverlap: true },
    },
    yAxis: {
      type: 'category',
      data: [...rows],
      inverse: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...text, color: COLOURS.ink, margin: GAP, interval: 0 },
    },
    visualMap: {
      type: 'continuous',
      show: false,
      min: 0,
      max: most,
      inRange: { color: [COLOURS.paper, DEEPEST] },
    },
    series: [
      {
        type: 'heatmap',
        silent: true,
        itemStyle: { borderColor: COLOURS.card, borderWidth: 2, borderRadius: 4 },
        label: { ...text, show: true, color: COLOURS.ink },
        data: values.flatMap((row, y) =>
          row.map((value, x) => ({
            value: [x, y, value],
            label: { formatter: value > 0 ? String(value) : '' },
          })),
        ),
      },
    ],
  };
}
