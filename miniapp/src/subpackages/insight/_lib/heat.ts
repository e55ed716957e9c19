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

/** The ground between the palest and the deepest, `share` of the way; both in the form `#rrggbb`. */
function shadeOf(share: number): string {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(1 + 2 * at, 3 + 2 * at), 16);
  const mixed = [0, 1, 2].map((at) => Math.round(part(COLOURS.paper, at) + (part(DEEPEST, at) - part(COLOURS.paper, at)) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * A field of cells, the darker the more; the figure stands in each, so that no shade has to be guessed. Made of bars that lie behind
 * one another: the library's own heat map asks for a second canvas, which WeChat does not have.
 */
export function heatOption({ columns, rows, values }: HeatPicture, look: Look): EChartsCoreOption {
  const text = { fontFamily: FONT, fontSize: look.text, lineHeight: look.line };
  const most = Math.max(1, ...values.flat());
  const axis = { axisLine: { show: false }, axisTick: { show: false } };
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
    xAxis: [
      { type: 'value', min: 0, max: columns.length, show: false },
      {
        type: 'category',
        data: [...columns],
        position: 'bottom',
        ...axis,
        axisLabel: { ...text, color: COLOURS['ink-2'], margin: GAP, hideOverlap: true },
      },
    ],
    yAxis: {
      type: 'category',
      data: [...rows],
      inverse: true,
      ...axis,
      axisLabel: { ...text, color: COLOURS.ink, margin: GAP, interval: 0 },
    },
    series: columns.map((name, x) => ({
      type: 'bar',
      name,
      stack: 'field',
      barCategoryGap: 0,
      silent: true,
      itemStyle: { borderColor: COLOURS.card, borderWidth: 2, borderRadius: 4 },
      label: { ...text, show: true, position: 'inside', color: COLOURS.ink },
      data: values.map((row) => {
        const value = row[x] ?? 0;
        return { value: 1, itemStyle: { color: shadeOf(value / most) }, label: { formatter: value > 0 ? String(value) : '' } };
      }),
    })),
  };
}
