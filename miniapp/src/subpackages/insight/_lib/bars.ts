import type { EChartsCoreOption } from 'echarts/core';
import { COLOURS, FONT, type Look, widthOf } from './look';

/** `faint` is what stands beside the accent: a second series, or the rest of many. */
export type BarTone = 'accent' | 'faint' | 'soon' | 'late';

export interface Bar {
  /** Null: there is nothing to draw, `said` tells why. */
  value: number | null;
  /** At the end of the bar: the figure in words; states are said here too, colour alone tells none. */
  said: string;
  tone: BarTone;
}

export interface BarsPicture {
  /** One for each row, from above. */
  names: readonly string[];
  /** Each as long as `names`. */
  series: readonly (readonly Bar[])[];
  /** A dashed line across all rows. */
  mark: { at: number; said: string } | null;
  /** Where the scale ends; at the longest bar when left out. */
  most?: number;
}

const BAR = 12;
const BETWEEN_BARS = 4;
const BETWEEN_ROWS = 14;
const GAP = 8;
/** Names longer than this many signs end in an ellipsis. */
const LONGEST_NAME = 7;

const TONES: Readonly<Record<BarTone, string>> = {
  accent: COLOURS.accent,
  faint: COLOURS.faint,
  soon: COLOURS['soon-mark'],
  late: COLOURS.late,
};

const rowHeight = (bars: number, { line }: Look): number => Math.max(line, bars * BAR + (bars - 1) * BETWEEN_BARS) + BETWEEN_ROWS;
const headHeight = (picture: BarsPicture, { line }: Look): number => (picture.mark ? line + GAP : 0);

/** Height of the whole picture in px. */
export function barsHeight(picture: BarsPicture, look: Look): number {
  return headHeight(picture, look) + picture.names.length * rowHeight(picture.series.length, look);
}

/** Lying bars with their figures at the end, for comparing things that have names. */
export function barsOption(picture: BarsPicture, look: Look): EChartsCoreOption {
  const { names, series, mark } = picture;
  const text = { fontFamily: FONT, fontSize: look.text, lineHeight: look.line };
  const all = series.flat();
  const nameWidth = Math.min(LONGEST_NAME * look.text, Math.max(0, ...names.map((name) => widthOf(name, look))));
  const most = picture.most ?? Math.max(mark?.at ?? 0, ...all.map(({ value }) => value ?? 0));
  return {
    animation: false,
    textStyle: text,
    grid: {
      left: nameWidth + GAP,
      right: Math.max(0, ...all.map(({ said }) => widthOf(said, look))) + GAP,
      top: headHeight(picture, look),
      bottom: 0,
      outerBoundsMode: 'none',
    },
    xAxis: { type: 'value', min: 0, max: most > 0 ? most : 1, show: false },
    yAxis: {
      type: 'category',
      data: [...names],
      inverse: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        ...text,
        color: COLOURS.ink,
        margin: GAP,
        interval: 0,
        width: nameWidth,
        overflow: 'truncate',
      },
    },
    series: series.map((bars, at) => ({
      type: 'bar',
      barWidth: BAR,
      barGap: `${Math.round((BETWEEN_BARS / BAR) * 100)}%`,
      silent: true,
      z: 3,
      data: bars.map(({ value, said, tone }) => ({
        value: value ?? 0,
        itemStyle: { color: TONES[tone], borderRadius: [0, 3, 3, 0] },
        label: { formatter: said },
      })),
      // The words lie on the card's white, so that a line behind them does not strike them through.
      label: { ...text, show: true, position: 'right', color: COLOURS['ink-2'], backgroundColor: COLOURS.card, padding: [0, 2] },
      ...(mark && at === 0 ? { markLine: markLine(mark, text) } : {}),
    })),
  };
}

function markLine({ at, said }: { at: number; said: string }, text: object) {
  return {
    silent: true,
    symbol: 'none',
    z: 1,
    animation: false,
    lineStyle: { color: COLOURS['ink-2'], type: 'dashed', width: 1 },
    label: { ...text, formatter: said, color: COLOURS['ink-2'], position: 'end', distance: 4 },
    data: [{ xAxis: at }],
  };
}
