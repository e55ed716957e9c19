import type { LayoutRoom } from '@guihu/shared';

/** All lengths are millimetres of the real home, from the plan's top-left corner. */

/** A stretch of wall: `h` runs along x at height `at`, `v` runs along y at `at`. */
export interface WallLine {
  axis: 'h' | 'v';
  at: number;
  from: number;
  to: number;
}

export interface SharedWall extends WallLine {
  a: LayoutRoom;
  b: LayoutRoom;
}

/** `out` points away from the room: -1 up or left, 1 down or right. */
export interface OuterWall extends WallLine {
  room: LayoutRoom;
  out: 1 | -1;
}

export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Rooms drawn with a wall's thickness between them still count as neighbours. */
const TOUCH_MM = 260;

export function boundsOf(rooms: readonly LayoutRoom[]): Bounds {
  const x = Math.min(...rooms.map((room) => room.x));
  const y = Math.min(...rooms.map((room) => room.y));
  return {
    x,
    y,
    width: Math.max(...rooms.map((room) => room.x + room.width)) - x,
    height: Math.max(...rooms.map((room) => room.y + room.height)) - y,
  };
}

/** Square metres of one room, one decimal. */
export const roomArea = (room: LayoutRoom): number => Math.round((room.width * room.height) / 100_000) / 10;

/** Every stretch of wall between two rooms. */
export function sharedWalls(rooms: readonly LayoutRoom[]): SharedWall[] {
  return rooms.flatMap((a, at) => rooms.slice(at + 1).flatMap((b) => between(a, b)));
}

function between(a: LayoutRoom, b: LayoutRoom): SharedWall[] {
  const [left, right] = a.x <= b.x ? [a, b] : [b, a];
  const [upper, lower] = a.y <= b.y ? [a, b] : [b, a];
  const y = overlap(a.y, a.y + a.height, b.y, b.y + b.height);
  const x = overlap(a.x, a.x + a.width, b.x, b.x + b.width);
  if (y && Math.abs(left.x + left.width - right.x) <= TOUCH_MM) return [{ axis: 'v', at: (left.x + left.width + right.x) / 2, ...y, a, b }];
  if (x && Math.abs(upper.y + upper.height - lower.y) <= TOUCH_MM)
    return [{ axis: 'h', at: (upper.y + upper.height + lower.y) / 2, ...x, a, b }];
  return [];
}

function overlap(a0: number, a1: number, b0: number, b1: number): { from: number; to: number } | null {
  const from = Math.max(a0, b0);
  const to = Math.min(a1, b1);
  return to - from > TOUCH_MM ? { from, to } : null;
}

/** Every stretch of wall with the open air behind it. */
export function outerWalls(rooms: readonly LayoutRoom[]): OuterWall[] {
  const shared = sharedWalls(rooms);
  return rooms.flatMap((room) =>
    sidesOf(room).flatMap((side) => {
      const taken = shared.filter(
        (wall) => (wall.a === room || wall.b === room) && wall.axis === side.axis && Math.abs(wall.at - side.at) <= TOUCH_MM,
      );
      return without(side, taken).map((rest) => ({ ...side, ...rest, room }));
    }),
  );
}

function sidesOf(room: LayoutRoom): Omit<OuterWall, 'room'>[] {
  const right = room.x + room.width;
  const bottom = room.y + room.height;
  return [
    { axis: 'h', at: room.y, from: room.x, to: right, out: -1 },
    { axis: 'h', at: bottom, from: room.x, to: right, out: 1 },
    { axis: 'v', at: room.x, from: room.y, to: bottom, out: -1 },
    { axis: 'v', at: right, from: room.y, to: bottom, out: 1 },
  ];
}

function without(line: { from: number; to: number }, taken: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  let rest = [{ from: line.from, to: line.to }];
  for (const cut of taken) {
    rest = rest.flatMap((piece) => [
      { from: piece.from, to: Math.min(piece.to, cut.from) },
      { from: Math.max(piece.from, cut.to), to: piece.to },
    ]);
    rest = rest.filter((piece) => piece.to - piece.from > TOUCH_MM);
  }
  return rest;
}

/** Where the walls met by a line along one side of the plan stand, for the chain of dimensions there. */
export function breaksAlong(rooms: readonly LayoutRoom[], side: 'top' | 'left'): number[] {
  const edge = side === 'top' ? Math.min(...rooms.map((room) => room.y)) : Math.min(...rooms.map((room) => room.x));
  const touching = rooms.filter((room) => (side === 'top' ? room.y : room.x) - edge <= 2000);
  const points = touching.flatMap((room) => (side === 'top' ? [room.x, room.x + room.width] : [room.y, room.y + room.height]));
  const box = boundsOf(rooms);
  const ends = side === 'top' ? [box.x, box.x + box.width] : [box.y, box.y + box.height];
  const sorted = [...points, ...ends].sort((a, b) => a - b);
  return sorted.filter((point, at) => at === 0 || point - (sorted[at - 1] as number) > TOUCH_MM);
}
