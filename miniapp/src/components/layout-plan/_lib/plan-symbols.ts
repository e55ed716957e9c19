import type { Opening } from './plan-openings';
import { round, type Scale } from './plan-scale';

const PAPER = '#fbf7ef';
const LINE = '#6b7480';

/** Draws as if the wall ran along x, then turns it for walls along y. */
export function drawOpening(opening: Opening, scale: Scale): string {
  const { axis, at, from, to, side } = opening;
  const length = round((to - from) * scale.k);
  const wall = opening.kind === 'window' || opening.kind === 'entrance' ? scale.outer : scale.inner;
  const shift = opening.kind === 'window' ? side : opening.kind === 'entrance' ? -side : 0;
  // Outer walls stand outside the room's own edge by half of what they are thicker.
  const centre = shift * ((scale.outer - scale.inner) / 2);
  const place =
    axis === 'h'
      ? `translate(${scale.x(from)} ${round(scale.y(at) + centre)})`
      : `translate(${round(scale.x(at) + centre)} ${scale.y(from)}) matrix(0 1 1 0 0 0)`;
  return `<g transform="${place}">${shapeOf(opening, length, wall, side)}</g>`;
}

function shapeOf({ kind }: Opening, length: number, wall: number, side: 1 | -1): string {
  const half = round(wall / 2 + 0.4);
  const gap = `<rect y="${-half}" width="${length}" height="${round(half * 2)}" fill="${PAPER}"/>`;
  if (kind === 'open') return gap;
  if (kind === 'window')
    return `<rect y="${-half + 0.4}" width="${length}" height="${round(wall)}" fill="#fff" stroke="${LINE}" stroke-width=".8"/><path d="M0 0H${length}" stroke="${LINE}" stroke-width=".8"/>`;
  if (kind === 'sliding') {
    const middle = round(length / 2 + 2);
    const other = round(length / 2 - 2);
    return `${gap}<rect x="0" y="-1.6" width="${middle}" height="1.6" fill="#fff" stroke="${LINE}" stroke-width=".7"/><rect x="${other}" y="0" width="${middle}" height="1.6" fill="#fff" stroke="${LINE}" stroke-width=".7"/>`;
  }
  const leaf = side * length;
  const sweep = side === 1 ? 1 : 0;
  const colour = kind === 'entrance' ? '#1f6f5c' : LINE;
  const arc = `<path d="M0 ${leaf}A${length} ${length} 0 0 ${1 - sweep} ${length} 0" fill="none" stroke="${colour}" stroke-width=".7" stroke-dasharray="2 1.6"/>`;
  return `${gap}<path d="M0 0V${leaf}" stroke="${colour}" stroke-width="1.4"/>${arc}`;
}
