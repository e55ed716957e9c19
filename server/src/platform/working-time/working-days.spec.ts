import fc from 'fast-check';
import { dateOf, dayOf, timeOfDay } from './civil-day';
import { statutoryCalendar } from './statutory-calendar';
import { calendarOf, overlay } from './working-calendar';
import { addWorkingDays } from './working-days';

const beijing = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

describe('the n-th working day', () => {
  it.each([
    ['2026-11-23 15:20', 3, '2026-11-26 15:20'],
    ['2026-11-26 15:20', 3, '2026-12-01 15:20'],
    ['2026-09-30 00:00', 1, '2026-10-08 00:00'],
    ['2026-10-09 23:59', 1, '2026-10-10 23:59'],
    ['2026-10-03 10:00', 1, '2026-10-08 10:00'],
    ['2026-02-13 10:00', 2, '2026-02-24 10:00'],
    ['2026-11-23 10:00', 0, '2026-11-23 10:00'],
    ['2026-11-21 10:00', 0, '2026-11-23 10:00'],
  ])('after %s, n = %i, is %s', (from, n, due) => {
    expect(addWorkingDays(statutoryCalendar, beijing(from), n)?.at).toBe(beijing(due));
  });

  it('explains which days counted and which did not', () => {
    const { explanation } = addWorkingDays(statutoryCalendar, beijing('2026-11-26 15:20'), 3)!;
    expect(explanation).toEqual({
      startAt: '2026-11-26T07:20:00.000Z',
      dueAt: '2026-12-01T07:20:00.000Z',
      rule: '3 个工作日',
      clock: '法定工作日',
      counted: [
        { from: '2026-11-26T16:00:00.000Z', to: '2026-11-27T16:00:00.000Z', minutes: 1440, label: '周五 工作日' },
        { from: '2026-11-29T16:00:00.000Z', to: '2026-11-30T16:00:00.000Z', minutes: 1440, label: '周一 工作日' },
        { from: '2026-11-30T16:00:00.000Z', to: '2026-12-01T16:00:00.000Z', minutes: 1440, label: '周二 工作日' },
      ],
      skipped: [{ from: '2026-11-27T16:00:00.000Z', to: '2026-11-29T16:00:00.000Z', reason: '周末' }],
      text: '从今天 15:20 起计 3 个工作日：明天计第 1 天，周末不计，11月30日 周一计第 2 天，12月1日 周二计第 3 天，所以是 12月1日 周二 15:20',
    });
  });

  it('tells a long count by its sum', () => {
    expect(addWorkingDays(statutoryCalendar, beijing('2026-09-20 09:30'), 15)?.explanation.text).toBe(
      '从今天 09:30 起计 15 个工作日：从次日起逐日计满 15 个工作日，中秋节、国庆节、周末不计，所以是 10月16日 周五 09:30',
    );
  });

  it('is null where nobody ever works, and refuses what is no count', () => {
    const never = calendarOf('never', '长休', () => ({ working: false, reason: '长休' }));
    expect(addWorkingDays(never, beijing('2026-11-23 10:00'), 0)).toBeNull();
    expect(addWorkingDays(never, beijing('2026-11-23 10:00'), 5)).toBeNull();
    for (const n of [-1, 1.5, Number.NaN, 1001]) expect(() => addWorkingDays(statutoryCalendar, 0, n)).toThrow(RangeError);
    expect(() => addWorkingDays(statutoryCalendar, Number.NaN, 1)).toThrow(RangeError);
  });

  const instant = fc.integer({ min: beijing('2023-06-01 00:00'), max: beijing('2028-01-01 00:00') });
  const office = fc.record({ weekendsWork: fc.boolean(), holidaysWork: fc.boolean() });

  it('is worked, keeps the time of day, and has exactly n working days from the day after the start up to it', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 60 }), office, (from, n, options) => {
        const calendar = overlay(statutoryCalendar, { key: 'office', name: '办公室', days: new Map(), ...options });
        const { at, explanation } = addWorkingDays(calendar, from, n)!;
        const working = (day: number) => calendar.day(dateOf(day)).working;
        expect(working(dayOf(at))).toBe(true);
        expect(timeOfDay(at)).toBe(timeOfDay(from));
        let counted = 0;
        for (let day = dayOf(from) + 1; day <= dayOf(at); day++) counted += working(day) ? 1 : 0;
        expect(counted).toBe(n === 0 && at > from ? 1 : n);
        expect(explanation.counted).toHaveLength(n);
      }),
      { numRuns: 500 },
    );
  });
});
