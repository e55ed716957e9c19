import type { LayoutRoom } from '@guihu/shared';
import { type OuterWall, outerWalls, type SharedWall, sharedWalls, type WallLine } from './plan-geometry';

export type OpeningKind = 'door' | 'sliding' | 'open' | 'window' | 'entrance';

export interface Opening extends WallLine {
  kind: OpeningKind;
  /** To which side the leaf swings, or the air lies: -1 up or left, 1 down or right. */
  side: 1 | -1;
}

const DOOR_MM = 850;
const ENTRANCE_MM = 1000;
/** Between an opening and the corner. */
const CORNER_MM = 180;
/** Half a wall: what flows together keeps nothing but the corner itself. */
const POST_MM = 65;

const isHub = (room: LayoutRoom) => room.kind === 'living' || room.kind === 'hall';
const otherOf = (wall: SharedWall, room: LayoutRoom) => (wall.a === room ? wall.b : wall.a);
const lengthOf = (wall: WallLine) => wall.to - wall.from;

/** Doors, windows and the entrance that a home of these rooms must have; the data names rooms only. */
export function openingsOf(rooms: readonly LayoutRoom[]): Opening[] {
  const shared = sharedWalls(rooms);
  const outer = outerWalls(rooms);
  return [
    ...passages(shared),
    ...rooms.flatMap((room) => doorOf(room, shared)),
    ...rooms.flatMap((room) => windowsOf(room, outer, shared)),
    ...entranceOf(rooms, outer),
  ];
}

/** Living room, dining room and hall flow into one another. */
function passages(shared: readonly SharedWall[]): Opening[] {
  return shared
    .filter((wall) => isHub(wall.a) && isHub(wall.b) && lengthOf(wall) > CORNER_MM * 3)
    .map((wall) => ({ ...lineOf(wall), from: wall.from + POST_MM, to: wall.to - POST_MM, kind: 'open', side: 1 }));
}

function doorOf(room: LayoutRoom, shared: readonly SharedWall[]): Opening[] {
  if (isHub(room)) return [];
  const walls = shared.filter((wall) => (wall.a === room || wall.b === room) && lengthOf(wall) >= DOOR_MM + CORNER_MM);
  const best = walls.sort((a, b) => worth(room, otherOf(b, room)) - worth(room, otherOf(a, room)) || lengthOf(b) - lengthOf(a))[0];
  if (!best) return [];
  const middle = best.axis === 'h' ? room.y + room.height / 2 : room.x + room.width / 2;
  const side = middle > best.at ? 1 : -1;
  if (room.kind === 'balcony' || room.kind === 'kitchen') {
    const width = Math.min(lengthOf(best) - CORNER_MM * 2, room.kind === 'balcony' ? 2600 : 1500);
    const from = (best.from + best.to - width) / 2;
    return [{ ...lineOf(best), from, to: from + width, kind: 'sliding', side }];
  }
  return [{ ...lineOf(best), from: best.from + CORNER_MM, to: best.from + CORNER_MM + DOOR_MM, kind: 'door', side }];
}

/** Through which neighbour one would enter: the en-suite bath through its bedroom, a balcony from the living room, else from the hall. */
function worth(room: LayoutRoom, neighbour: LayoutRoom): number {
  if (room.kind === 'balcony') return { living: 5, bedroom: 4, study: 3, kitchen: 2, hall: 1, bath: 0, balcony: 0 }[neighbour.kind];
  if (room.name.startsWith('主卫') && neighbour.kind === 'bedroom') return 6;
  return { hall: 5, living: 4, bedroom: 2, study: 1, kitchen: 1, bath: 0, balcony: 0 }[neighbour.kind];
}

/** One window to a room, in its longest outer wall; a room with a balcony before it has light already. */
function windowsOf(room: LayoutRoom, outer: readonly OuterWall[], shared: readonly SharedWall[]): Opening[] {
  if (room.kind === 'hall') return [];
  const own = outer.filter((wall) => wall.room === room);
  if (room.kind === 'balcony')
    return own.filter((wall) => lengthOf(wall) > 600).map((wall) => centred(wall, lengthOf(wall) - CORNER_MM, 'window'));
  const hasBalcony = shared.some((wall) => (wall.a === room || wall.b === room) && otherOf(wall, room).kind === 'balcony');
  if (hasBalcony && room.kind === 'living') return [];
  const longest = own.sort((a, b) => lengthOf(b) - lengthOf(a))[0];
  if (!longest || lengthOf(longest) < 700) return [];
  const most = room.kind === 'bath' ? 700 : room.kind === 'kitchen' ? 1400 : 2100;
  return [centred(longest, Math.min(most, lengthOf(longest) - CORNER_MM * 3), 'window')];
}

/** The front door: in the hall's outer wall, or the living room's where there is no hall. */
function entranceOf(rooms: readonly LayoutRoom[], outer: readonly OuterWall[]): Opening[] {
  const names = ['hall', 'living'] as const;
  for (const kind of names) {
    const walls = outer.filter((wall) => wall.room.kind === kind && rooms.includes(wall.room) && lengthOf(wall) >= ENTRANCE_MM + CORNER_MM);
    const wall = walls.sort((a, b) => lengthOf(a) - lengthOf(b))[0];
    if (wall)
      return [
        {
          ...lineOf(wall),
          from: wall.from + CORNER_MM,
          to: wall.from + CORNER_MM + ENTRANCE_MM,
          kind: 'entrance',
          side: wall.out === 1 ? -1 : 1,
        },
      ];
  }
  return [];
}

function centred(wall: OuterWall, width: number, kind: OpeningKind): Opening {
  const from = (wall.from + wall.to - width) / 2;
  return { ...lineOf(wall), from, to: from + width, kind, side: wall.out };
}

const lineOf = ({ axis, at }: WallLine) => ({ axis, at });
