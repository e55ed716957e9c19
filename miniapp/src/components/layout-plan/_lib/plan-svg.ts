import type { LayoutRoom } from '@guihu/shared';
import { dimensionLines } from './plan-dimensions';
import { roomArea } from './plan-geometry';
import { openingsOf } from './plan-openings';
import { round, type Scale, scaleFor } from './plan-scale';
import { drawOpening } from './plan-symbols';

const WALL = '#3b4450';
/** Words stay readable where a door swings behind them. */
const HALO = 'stroke="#fff" stroke-opacity=".85" stroke-width="3" stroke-linejoin="round" paint-order="stroke"';
const FLOORS: Readonly<Record<LayoutRoom['kind'], string>> = {
  living: '#fbf7ef',
  hall: '#fbf7ef',
  bedroom: '#f7f0e4',
  study: '#f7f0e4',
  kitchen: '#eef3f3',
  bath: '#e6f0f2',
  balcony: '#eef4ec',
};

/** Boards in rooms for living, tiles where it gets wet, as plans show floors. */
const TEXTURES = [
  '<pattern id="board" width="26" height="8" patternUnits="userSpaceOnUse"><path d="M0 .5H26M13 .5V8" stroke="#d9c9ab" stroke-opacity=".45" stroke-width=".6" fill="none"/></pattern>',
  '<pattern id="tile" width="9" height="9" patternUnits="userSpaceOnUse"><path d="M0 .5H9M.5 0V9" stroke="#b9ced2" stroke-opacity=".6" stroke-width=".6" fill="none"/></pattern>',
  '<pattern id="deck" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M.5 0V6" stroke="#b7cbb2" stroke-opacity=".7" stroke-width=".6"/></pattern>',
].join('');
const TEXTURE_OF: Readonly<Record<LayoutRoom['kind'], string | null>> = {
  living: null,
  hall: null,
  bedroom: 'board',
  study: 'board',
  kitchen: 'tile',
  bath: 'tile',
  balcony: 'deck',
};

export interface DrawnPlan {
  svg: string;
  width: number;
  height: number;
}

/** The floor plan of a home, to scale, `width` px wide, with room names, areas and dimensions in metres. */
export function drawPlan(rooms: readonly LayoutRoom[], width: number, font = 12): DrawnPlan {
  const scale = scaleFor(rooms, width, font);
  const inside = rooms.filter((room) => room.kind !== 'balcony');
  const balconies = rooms.filter((room) => room.kind === 'balcony');
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${scale.width} ${scale.height}" font-family="PingFang SC,Noto Sans CJK SC,Microsoft YaHei,sans-serif">`,
    `<defs>${TEXTURES}</defs>`,
    ...balconies.map((room) => block(room, scale, scale.inner, WALL)),
    ...balconies.map((room) => floor(room, scale)),
    ...inside.map((room) => block(room, scale, scale.outer - scale.inner / 2, WALL)),
    ...inside.map((room) => floor(room, scale)),
    ...openingsOf(rooms).map((opening) => drawOpening(opening, scale)),
    ...rooms.map((room) => label(room, scale)),
    dimensionLines(rooms, scale),
    '</svg>',
  ].join('');
  return { svg, width: scale.width, height: scale.height };
}

function block(room: LayoutRoom, { x, y, k }: Scale, grow: number, colour: string): string {
  return `<rect x="${round(x(room.x) - grow)}" y="${round(y(room.y) - grow)}" width="${round(room.width * k + grow * 2)}" height="${round(room.height * k + grow * 2)}" fill="${colour}"/>`;
}

function floor(room: LayoutRoom, scale: Scale): string {
  const shrink = -scale.inner / 2;
  const texture = TEXTURE_OF[room.kind];
  return block(room, scale, shrink, FLOORS[room.kind]) + (texture ? block(room, scale, shrink, `url(#${texture})`) : '');
}

/** Name and area; where a room is too narrow for its name the words stand upright, where it is too small the area is left out. */
function label(room: LayoutRoom, { x, y, k, font }: Scale): string {
  const cx = x(room.x + room.width / 2);
  const cy = y(room.y + room.height / 2);
  const inner = { width: room.width * k - 6, height: room.height * k - 6 };
  const upright = inner.width < widthOf(room.name, font) && inner.height > inner.width;
  const [along, across] = upright ? [inner.height, inner.width] : [inner.width, inner.height];
  const area = `${roomArea(room)}㎡`;
  const withArea = along >= widthOf(area, font) && across >= font * 2.4;
  const turn = upright ? ` transform="rotate(90 ${cx} ${cy})"` : '';
  const name = `<text x="${cx}" y="${round(cy + (withArea ? -font * 0.18 : font * 0.36))}" font-size="${font}" fill="#1d2129" font-weight="500" text-anchor="middle" ${HALO}>${escaped(room.name)}</text>`;
  const size = withArea
    ? `<text x="${cx}" y="${round(cy + font * 1.02)}" font-size="${font}" fill="#5c6370" text-anchor="middle" ${HALO}>${area}</text>`
    : '';
  return `<g${turn}>${name}${size}</g>`;
}

/** Chinese characters are as wide as they are high, others about half. */
const widthOf = (text: string, font: number) =>
  Array.from(text).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? font : font * 0.58), 0);

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
