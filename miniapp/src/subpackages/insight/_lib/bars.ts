import type { EChartsCoreOption } from 'echarts/core';
import { COLOURS, FONT, LEGEND, type Look, widthOf } from './look';

/** `faint` stands beside the accent: a second series, or the rest of many. `soon` calls for a second look. */
export type BarTone = 'accent' | 'faint' | 'soon';

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
  /** Each with as many bars as there are rows; named in a legend when there is more than one. */
  series: readonly { name: string; tone: BarTone; bars: readonly Bar[] }[];
  /** A dashed line across all rows. */
  mark: { at: number; said: string } | null;
  /** Where the scale ends; at the longest bar when left out. */
  most?: number;
}

const BAR = 12;
const BETWEEN_BARS = 4;
const BETWEEN_ROWS = 14;
const GAP = 8;
/** px inside a card on the narrowest phone. */
const NARROWEST = 252;
/** Names longer than this many signs end in an ellipsis. */
const LONGEST_NAME = 7;

const TONES: Readonly<Record<BarTone, string>> = {
  accent: COLOURS.accent,
  faint: COLOURS.faint,
  soon: COLOURS['soon-mark'],
};

const rowHeight = (bars: number, { line }: Look): number => Math.max(line, bars * BAR + (bars - 1) * BETWEEN_BARS) + BETWEEN_ROWS;
/** The legend and the words of the line stand above the bars. */
const headHeight = ({ series, mark }: BarsPicture, { line }: Look): number =>
  (series.length > 1 ? line + GAP : 0) + (mark ? line + GAP : 0);

/** Height of the whole picture in px. */
export function barsHeight(picture: BarsPicture, look: Look): number {
  return headHeight(picture, look) + picture.names.length * rowHeight(picture.series.length, look);
}

/** Lying bars with their figures at the end, for comparing things that have names. */
export function barsOption(picture: BarsPicture, look: Look): EChartsCoreOption {
  const { names, series, mark } = picture;
  const text = { fontFamily: FONT, fontSize: look.text, lineHeight: look.line };
  const nameWidth = Math.min(LONGEST_NAME * look.text, Math.max(0, ...names.map((name) => widthOf(name, look))));
  const most = mostOf(picture);
  return {
    animation: false,
    textStyle: text,
    ...(series.length > 1 ? { legend: { ...LEGEND, textStyle: { ...text, color: COLOURS['ink-2'] } } } : {}),
    grid: {
      left: nameWidth + GAP,
      right: roomAtTheRight(picture, NARROWEST - nameWidth - GAP, look) + 2,
      top: headHeight(picture, look),
      bottom: 0,
      outerBoundsMode: 'none',
    },
    xAxis: { type: 'value', min: 0, max: most, show: false },
    yAxis: {
      type: 'category',
      data: [...names],
      inverse: true,
      axisLine: { show: false },
      axisTick: { show: false },
      // A little wider than reckoned: cut is only what is far too long.
      axisLabel: { ...text, color: COLOURS.ink, margin: GAP, interval: 0, width: nameWidth + look.text / 2, overflow: 'truncate' },
    },
    series: series.map(({ name, tone, bars }, at) => ({
      type: 'bar',
      name,
      barWidth: BAR,
      barGap: `${Math.round((BETWEEN_BARS / BAR) * 100)}%`,
      silent: true,
      z: 3,
      itemStyle: { color: TONES[tone], borderRadius: [0, 3, 3, 0] },
      data: bars.map((bar) => ({ value: bar.value ?? 0, itemStyle: { color: TONES[bar.tone] }, label: { formatter: bar.said } })),
      // The words lie on the card's white, so that a line behind them does not strike them through.
      label: { ...text, show: true, position: 'right', color: COLOURS['ink-2'], backgroundColor: COLOURS.card, padding: [0, 2] },
      ...(mark && at === 0 ? { markLine: markLine(mark, text) } : {}),
    })),
  };
}

function mostOf({ series, mark, most }: BarsPicture): number {
  const longest = most ?? Math.max(mark?.at ?? 0, ...series.flatMap(({ bars }) => bars.map(({ value }) => value ?? 0)));
  return longest > 0 ? longest : 1;
}

/**
 * What has to stay free at the right of the longest bar, so that no words are cut off where names leave `width` px for the rest:
 * the words of a short bar find their place beside it.
 */
function roomAtTheRight(picture: BarsPicture, width: number, look: Look): number {
  const { series, mark } = picture;
  const most = mostOf(picture);
  const needs = ({ words, at }: { words: number; at: number }) => (at === 0 ? 0 : (words - width * (1 - at / most)) / (at / most));
  const ends = series.flatMap(({ bars }) => bars.map(({ said, value }) => ({ words: widthOf(said, look) + GAP, at: value ?? 0 })));
  // The words of the line stand in the middle above it.
  if (mark) ends.push({ words: widthOf(mark.said, look) / 2, at: mark.at });
  return Math.ceil(Math.max(0, ...ends.map(needs)));
}

/** The first row is on top and the axis begins there: so does the line, with its words above it. */
function markLine({ at, said }: { at: number; said: string }, text: object) {
  return {
    silent: true,
    symbol: 'none',
    z: 1,
    animation: false,
    lineStyle: { color: COLOURS['ink-2'], type: 'dashed', width: 1 },
    label: { ...text, formatter: said, color: COLOURS['ink-2'], position: 'start', distance: 4 },
    data: [{ xAxis: at }],
  };
}
