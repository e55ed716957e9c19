import type { LayoutRoom } from '@guihu/shared';
import { LAYOUT_PLANS } from './layout-plans.seed';

/** Narrower than this no door fits. */
const DOOR_MM = 800;
const LEAST_SQM: Record<LayoutRoom['kind'], number> = { living: 8, bedroom: 8, study: 6, kitchen: 5, bath: 2.7, hall: 2, balcony: 4 };
const OWN_BATH: Record<string, string> = { 主卧: '主卫', 次卧二: '次卫' };
const COUNTS = ['零', '一', '两', '三', '四', '五'];

const sqm = (room: LayoutRoom): number => (room.width * room.height) / 1e6;
const total = (rooms: readonly LayoutRoom[]): number => rooms.reduce((sum, room) => sum + sqm(room), 0);
const right = (room: LayoutRoom): number => room.x + room.width;
const bottom = (room: LayoutRoom): number => room.y + room.height;

/** Length of the stretch that two ranges have in common; negative for the gap between them. */
const common = (a: number, aEnd: number, b: number, bEnd: number): number => Math.min(aEnd, bEnd) - Math.max(a, b);
const across = (a: LayoutRoom, b: LayoutRoom): number => common(a.x, right(a), b.x, right(b));
const along = (a: LayoutRoom, b: LayoutRoom): number => common(a.y, bottom(a), b.y, bottom(b));
const overlap = (a: LayoutRoom, b: LayoutRoom): boolean => across(a, b) > 0 && along(a, b) > 0;
/** A common wall in which a door fits. */
const adjoin = (a: LayoutRoom, b: LayoutRoom): boolean =>
  (across(a, b) === 0 && along(a, b) >= DOOR_MM) || (along(a, b) === 0 && across(a, b) >= DOOR_MM);

const indoors = (rooms: readonly LayoutRoom[]): LayoutRoom[] => rooms.filter((room) => room.kind !== 'balcony');

describe.each(LAYOUT_PLANS.map((plan) => [`${plan.project} ${plan.code}`, plan] as const))('layout %s', (_, plan) => {
  const { rooms } = plan;
  const inner = indoors(rooms);

  it('has no two rooms in one place', () => {
    const clashes = rooms.flatMap((a, i) => rooms.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`${a.name} ${b.name}`] : [])));
    expect(clashes).toEqual([]);
  });

  it('fills its outline, which begins at the corner, and leaves no hole', () => {
    expect([Math.min(...rooms.map((r) => r.x)), Math.min(...rooms.map((r) => r.y))]).toEqual([0, 0]);
    const [width, depth] = [Math.max(...inner.map(right)), Math.max(...inner.map(bottom))];
    expect(total(inner)).toBeCloseTo((width * depth) / 1e6, 6);
    for (const balcony of rooms.filter((r) => r.kind === 'balcony')) {
      expect(balcony.y).toBe(depth);
      expect(right(balcony)).toBeLessThanOrEqual(width);
    }
  });

  it('has the area that its title promises', () => {
    const share = total(rooms) / plan.areaSqm;
    expect(share).toBeGreaterThan(0.8);
    expect(share).toBeLessThan(plan.productType === 'low-rise' ? 0.9 : 0.87);
    const small = rooms.filter((room) => sqm(room) < LEAST_SQM[room.kind]).map((room) => room.name);
    expect(small).toEqual([]);
  });

  it('has the rooms that its title promises', () => {
    const count = (...kinds: LayoutRoom['kind'][]) => COUNTS[rooms.filter((room) => kinds.includes(room.kind)).length];
    expect(`${count('bedroom', 'study')}室${count('living')}厅${count('bath')}卫`).toBe(plan.title);
    expect(new Set(rooms.map((room) => room.name)).size).toBe(rooms.length);
  });

  it('lets people walk to every room through halls and living rooms, and to a bath of its own through its bedroom', () => {
    const opens = (from: LayoutRoom, next: LayoutRoom) =>
      from.kind === 'hall' || from.kind === 'living' || OWN_BATH[from.name] === next.name;
    const reached = new Set(rooms.filter((room) => room.name === '客厅'));
    for (const from of reached) for (const next of rooms) if (adjoin(from, next) && opens(from, next)) reached.add(next);
    expect(rooms.filter((room) => !reached.has(room)).map((room) => room.name)).toEqual([]);
  });
});

it('there are six layouts in the large project and two in the small one', () => {
  const codes = (project: string) => LAYOUT_PLANS.filter((plan) => plan.project === project).map((plan) => plan.code);
  expect([codes('YX'), codes('LT')]).toEqual([
    ['A', 'B', 'C', 'D', 'E', 'F'],
    ['G', 'H'],
  ]);
});
