import type { BlockState, DayStrip, StripRow } from './day-strip';

/** px of one lane, a fingertip with air around it. */
export const LANE_PX = 52;
const INSET = 3;

/** The colours of the tokens; a picture knows no CSS variables. */
const LOOKS: Readonly<Record<BlockState, { fill: string; edge: string; dashed?: boolean }>> = {
  booked: { fill: '#e8f2ef', edge: '#1f6f5c' },
  late: { fill: '#fbeeea', edge: '#bb412a' },
  here: { fill: '#1f6f5c', edge: '#1f6f5c' },
  owed: { fill: '#fbf4e6', edge: '#c98a1b' },
  done: { fill: '#eaf4ee', edge: '#a9cdb8' },
  missed: { fill: '#ffffff', edge: '#8a9099', dashed: true },
};

/** One host's day: hours as hairlines, the buffers light, the visits in the colour of their state. The words lie over it. */
export function rowSvg({ hours, width }: DayStrip, { lanes, blocks }: StripRow): string {
  const height = lanes * LANE_PX;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${height}" width="${round(width)}" height="${height}">`,
    `<rect width="${round(width)}" height="${height}" rx="8" fill="#faf9f7"/>`,
    ...hours.slice(1, -1).map(({ left }) => `<path d="M${round(left)} 0v${height}" stroke="#ebe9e4"/>`),
  ];
  for (const block of blocks) {
    const { fill, edge, dashed } = LOOKS[block.state];
    const top = block.lane * LANE_PX + INSET;
    const tall = LANE_PX - 2 * INSET;
    const [taken, inner] = [rect(block.takenLeft, block.takenWidth, top + 8, tall - 16), rect(block.left, block.width, top, tall)];
    if (block.takenWidth > block.width) parts.push(`<rect ${taken} rx="4" fill="${edge}" fill-opacity=".14"/>`);
    parts.push(`<rect ${inner} rx="6" fill="${fill}" stroke="${edge}"${dashed ? ' stroke-dasharray="4 3"' : ''}/>`);
  }
  parts.push('</svg>');
  return parts.join('');
}

const rect = (x: number, width: number, y: number, height: number): string =>
  `x="${round(x + 0.5)}" y="${y}" width="${round(Math.max(2, width - 1))}" height="${height}"`;
const round = (n: number): number => Math.round(n * 10) / 10;
