import type { EChartsCoreOption } from 'echarts/core';
import { COLOURS, FONT, LEGEND, type Look, widthOf } from './look';

export interface LinesPicture {
  /** Along the foot, from the left. */
  names: readonly string[];
  /** Each as long as `names`; the first is drawn in the accent. */
  series: readonly { name: string; values: readonly number[] }[];
}

const HEIGHT = 190;
const GAP = 8;
const COLOUR_OF = [COLOURS.accent, COLOURS.faint] as const;
/** Past this many points the marks would touch each other. */
const MOST_MARKED = 14;

/** Height of the whole picture in px. */
export const linesHeight = ({ line }: Look): number => HEIGHT + line;

/** Lines over time; the last value of each stands at its end, any other comes up where it is pointed at. */
export function linesOption({ names, series }: LinesPicture, look: Look): EChartsCoreOption {
  const text = { fontFamily: FONT, fontSize: look.text, lineHeight: look.line };
  const most = Math.max(1, ...series.flatMap(({ values }) => values));
  const marked = names.length <= MOST_MARKED;
  return {
    animation: false,
    textStyle: text,
    legend: { ...LEGEND, textStyle: { ...text, color: COLOURS['ink-2'] } },
    tooltip: {
      trigger: 'axis',
      // Drawn on the canvas: a box of HTML would need styles that the content policy refuses, and WeChat has none.
      renderMode: 'richText',
      confine: true,
      padding: [6, 10],
      borderWidth: 1,
      borderColor: COLOURS.line,
      backgroundColor: COLOURS.card,
      textStyle: { ...text, color: COLOURS.ink },
      axisPointer: { type: 'line', lineStyle: { color: COLOURS.faint, width: 1 } },
    },
    grid: {
      left: widthOf(String(most), look) + GAP,
      right: widthOf('11/23', look) / 2,
      top: look.line + 2 * GAP,
      bottom: look.line + GAP,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'category',
      data: [...names],
      boundaryGap: false,
      axisLine: { lineStyle: { color: COLOURS.line } },
      axisTick: { show: false },
      axisLabel: { ...text, color: COLOURS['ink-2'], margin: GAP, hideOverlap: true, showMinLabel: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: 1,
      splitNumber: 3,
      splitLine: { lineStyle: { color: COLOURS.line } },
      axisLabel: { ...text, color: COLOURS['ink-2'], margin: GAP },
    },
    series: series.map(({ name, values }, at) => ({
      type: 'line',
      name,
      data: [...values],
      showSymbol: marked,
      symbol: 'circle',
      symbolSize: 5,
      lineStyle: { width: 2, color: COLOUR_OF[at] },
      itemStyle: { color: COLOUR_OF[at] },
      z: series.length - at + 1,
    })),
  };
}
