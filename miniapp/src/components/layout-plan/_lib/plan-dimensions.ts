import type { LayoutRoom } from '@guihu/shared';
import { boundsOf, breaksAlong } from './plan-geometry';
import { round, type Scale } from './plan-scale';

const LINE = '#8a9099';
const TEXT = '#5c6370';

/** `3.0`, `3.6`, `11.25`: metres to the centimetre. */
export const metres = (mm: number): string => (Math.round(mm / 10) / 100).toFixed(Math.round(mm / 10) % 10 === 0 ? 1 : 2);

/** Above and left of the plan: a chain from wall to wall, and the whole beyond it. */
export function dimensionLines(rooms: readonly LayoutRoom[], scale: Scale): string {
  const box = boundsOf(rooms);
  const near = scale.font * 0.55 + scale.outer;
  const far = near + scale.font * 1.25;
  const across = breaksAlong(rooms, 'top');
  const down = breaksAlong(rooms, 'left');
  return [
    chain(across, 'h', scale.y(box.y) - near, scale),
    across.length > 2 ? chain([box.x, box.x + box.width], 'h', scale.y(box.y) - far, scale) : '',
    chain(down, 'v', scale.x(box.x) - near, scale),
    down.length > 2 ? chain([box.y, box.y + box.height], 'v', scale.x(box.x) - far, scale) : '',
  ].join('');
}

function chain(points: readonly number[], axis: 'h' | 'v', at: number, scale: Scale): string {
  return points
    .slice(1)
    .map((to, index) => stretch(points[index] as number, to, axis, round(at), scale))
    .join('');
}

/** One measured stretch with a tick at each end; too short for its figure, it keeps the line only. */
function stretch(from: number, to: number, axis: 'h' | 'v', at: number, scale: Scale): string {
  const place = axis === 'h' ? scale.x : scale.y;
  const [a, b] = [place(from), place(to)];
  const text = metres(to - from);
  const middle = round((a + b) / 2);
  const room = b - a;
  const needed = text.length * scale.font * 0.58 + 6;
  const shown = room >= needed;
  const halves = shown
    ? [
        [a, round(middle - needed / 2)],
        [round(middle + needed / 2), b],
      ]
    : [[a, b]];
  const line = halves.map(([start, end]) => (axis === 'h' ? `M${start} ${at}H${end}` : `M${at} ${start}V${end}`)).join('');
  const ticks = axis === 'h' ? `M${a} ${at - 3}v6M${b} ${at - 3}v6` : `M${at - 3} ${a}h6M${at - 3} ${b}h6`;
  return `<path d="${line}${ticks}" stroke="${LINE}" stroke-width=".8" fill="none"/>${shown ? figureAt(axis, at, middle, text, scale) : ''}`;
}

/** The figure stands in a gap of its line, turned to be read from the right where the line runs down. */
function figureAt(axis: 'h' | 'v', at: number, middle: number, text: string, { font }: Scale): string {
  const [x, y] = axis === 'h' ? [middle, at] : [at, middle];
  const turn = axis === 'h' ? '' : ` transform="rotate(-90 ${x} ${y})"`;
  return `<text x="${x}" y="${round(y + font * 0.36)}" font-size="${font}" fill="${TEXT}" text-anchor="middle"${turn}>${text}</text>`;
}
