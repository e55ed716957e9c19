import { newId } from '../platform/database/columns';
import { insertRows } from '../platform/database/database';
import type { Ground } from './world';

const WEEKDAYS = [1, 2, 3, 4, 5] as const;
const EVERY_DAY = [...WEEKDAYS, 6, 7] as const;

const weekOf = (days: readonly number[], ...windows: (readonly [from: string, to: string])[]) =>
  Object.fromEntries(days.map((day) => [day, windows.map(([from, to]) => ({ from, to }))]));

const SHIFTS = {
  early: { name: '早班', calendar: 'office', week: weekOf(EVERY_DAY, ['09:00', '12:00'], ['13:00', '18:00']) },
  late: { name: '晚班', calendar: 'office', week: weekOf(EVERY_DAY, ['12:00', '17:00'], ['18:00', '21:00']) },
  desk: { name: '行政班', calendar: 'statutory', week: weekOf(WEEKDAYS, ['09:00', '12:00'], ['13:00', '18:00']) },
  rota: { name: '维保轮值', calendar: 'always', week: weekOf(EVERY_DAY, ['08:00', '20:00'], ['20:00', '08:00']) },
} as const;

export type ShiftKey = keyof typeof SHIFTS;

/** Working windows of the week by shift. */
export async function seedShifts({ tx }: Ground): Promise<Readonly<Record<ShiftKey, string>>> {
  const rows = Object.values(SHIFTS).map((shift) => ({ id: newId(), name: shift.name, calendar_id: shift.calendar, week: shift.week }));
  await insertRows(tx, 'shifts', rows);
  return Object.fromEntries(Object.keys(SHIFTS).map((key, i) => [key, rows[i]!.id])) as Record<ShiftKey, string>;
}
