/** A canvas knows no CSS variables: the colours of `styles/tokens.scss` that charts are drawn in. A test holds the two together. */
export const COLOURS = {
  accent: '#1f6f5c',
  paper: '#f6f5f2',
  ink: '#1d2129',
  'ink-2': '#5c6370',
  faint: '#8a9099',
  line: '#ebe9e4',
  card: '#ffffff',
  'soon-mark': '#c98a1b',
} as const;

export const FONT = "-apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";

/** What the colours stand for, above the picture at the left. */
export const LEGEND = { left: 0, top: 0, padding: 0, selectedMode: false, icon: 'roundRect', itemWidth: 14, itemHeight: 4 } as const;

const SMALL_PX = 12;
const SMALL_LARGE_PX = 15;

/** Sizes in px that texts and what stands between them have. */
export interface Look {
  text: number;
  /** Height of a line of text. */
  line: number;
}

export function lookFor(largeType: boolean): Look {
  const text = largeType ? SMALL_LARGE_PX : SMALL_PX;
  return { text, line: Math.round(text * 1.34) };
}

/** About how wide a text is: Chinese signs fill a square, letters and digits a little more than half of one. */
export function widthOf(words: string, { text }: Look): number {
  return Math.ceil([...words].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2e80 ? 0.58 : 1), 0) * text);
}
