import type { LayoutRoom } from '@guihu/shared';
import fc from 'fast-check';
import { metres } from './plan-dimensions';
import { boundsOf, breaksAlong, outerWalls, roomArea, sharedWalls } from './plan-geometry';
import { openingsOf } from './plan-openings';
import { scaleFor } from './plan-scale';
import { drawPlan } from './plan-svg';

const room = (name: string, kind: LayoutRoom['kind'], x: number, y: number, width: number, height: number): LayoutRoom => ({
  name,
  kind,
  x,
  y,
  width,
  height,
});

/** Living room left, bedroom and bath right of it, balcony below the living room. */
const home = [
  room('客厅', 'living', 0, 0, 4000, 6000),
  room('主卧', 'bedroom', 4000, 0, 3600, 4000),
  room('卫生间', 'bath', 4000, 4000, 3600, 2000),
  room('阳台', 'balcony', 0, 6000, 4000, 1500),
];

describe('walls', () => {
  it('finds where rooms meet', () => {
    const met = sharedWalls(home).map((wall) => [wall.a.name, wall.b.name, wall.axis, wall.at, wall.from, wall.to]);
    expect(met).toEqual([
      ['客厅', '主卧', 'v', 4000, 0, 4000],
      ['客厅', '卫生间', 'v', 4000, 4000, 6000],
      ['客厅', '阳台', 'h', 6000, 0, 4000],
      ['主卧', '卫生间', 'h', 4000, 4000, 7600],
    ]);
  });

  it('leaves the rest to the open air', () => {
    const bath = outerWalls(home).filter((wall) => wall.room.name === '卫生间');
    expect(bath.map((wall) => [wall.axis, wall.at, wall.from, wall.to, wall.out])).toEqual([
      ['h', 6000, 4000, 7600, 1],
      ['v', 7600, 4000, 6000, 1],
    ]);
  });

  it('measures from wall to wall along the top and the left', () => {
    expect(breaksAlong(home, 'top')).toEqual([0, 4000, 7600]);
    expect(breaksAlong(home, 'left')).toEqual([0, 6000, 7500]);
  });
});

describe('openings', () => {
  const openings = openingsOf(home);
  const count = (kind: string) => openings.filter((opening) => opening.kind === kind).length;

  it('gives bedroom and bath a door, the balcony a sliding one, and the home an entrance', () => {
    expect([count('door'), count('sliding'), count('entrance')]).toEqual([2, 1, 1]);
  });

  it('lets light into the bedroom and the bath', () => {
    const windows = openings.filter((opening) => opening.kind === 'window');
    expect(windows.some((opening) => opening.axis === 'v' && opening.at === 7600 && opening.from < 4000)).toBe(true);
    expect(windows.some((opening) => opening.axis === 'h' && opening.at === 6000)).toBe(true);
  });

  it('opens the bath to the living room, not to the bedroom, unless it is the bedroom’s own', () => {
    const bathDoor = (rooms: LayoutRoom[]) => openingsOf(rooms).find((opening) => opening.kind === 'door' && opening.to > 4000);
    expect(bathDoor(home)?.axis).toBe('v');
    expect(bathDoor(home.map((each) => (each.kind === 'bath' ? { ...each, name: '主卫' } : each)))?.axis).toBe('h');
  });
});

describe('drawing', () => {
  it('keeps the proportions of the home and its place inside the picture', () => {
    const anyRooms = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 12_000 }),
        y: fc.integer({ min: 0, max: 12_000 }),
        width: fc.integer({ min: 900, max: 8000 }),
        height: fc.integer({ min: 900, max: 8000 }),
      }),
      { minLength: 1, maxLength: 9 },
    );
    fc.assert(
      fc.property(anyRooms, fc.integer({ min: 220, max: 1400 }), (boxes, width) => {
        const rooms = boxes.map((box, at) => room(`房间${at}`, 'bedroom', box.x, box.y, box.width, box.height));
        const scale = scaleFor(rooms, width, 12);
        const box = boundsOf(rooms);
        // Both chains of dimensions, and half a figure's height beyond them, stand inside the drawing.
        expect(scale.x(box.x) - scale.outer - 12 * 2.3).toBeGreaterThanOrEqual(0);
        expect(scale.y(box.y) - scale.outer - 12 * 2.3).toBeGreaterThanOrEqual(0);
        expect(scale.x(box.x + box.width)).toBeLessThanOrEqual(width);
        expect(scale.y(box.y + box.height)).toBeLessThanOrEqual(scale.height);
        expect((scale.x(box.x + box.width) - scale.x(box.x)) / scale.k).toBeCloseTo(box.width, -2);
        expect((scale.y(box.y + box.height) - scale.y(box.y)) / scale.k).toBeCloseTo(box.height, -2);
      }),
    );
  });

  it('writes names, areas and dimensions, and nothing that could break out of the drawing', () => {
    const { svg, width } = drawPlan([...home, room('<script>', 'study', 0, -3000, 4000, 3000)], 343);
    expect(width).toBe(343);
    for (const words of ['客厅', '24㎡', '14.4㎡', '7.6', '10.5']) expect(svg).toContain(words);
    expect(svg).not.toContain('<script>');
    expect(svg).not.toContain('NaN');
  });

  it('says lengths in metres and areas in square metres', () => {
    expect([metres(3000), metres(3600), metres(11_250)]).toEqual(['3.0', '3.6', '11.25']);
    expect(roomArea(room('书房', 'study', 0, 0, 2700, 3300))).toBe(8.9);
  });
});
