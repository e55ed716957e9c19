import { beijingDate, beijingParts, startOfBeijingDate, type ViewingPlan } from '@guihu/shared';
import fc from 'fast-check';
import { overlay, statutoryCalendar } from '../../../../platform/working-time';
import { datesBetween, minutesOf, type Opening, readSlotId, slotAt, slotIdOf, slotsOn, windowsOn } from './slots.policy';

const MINUTE = 60_000;
const office = overlay(statutoryCalendar, { key: 'office', name: '售楼处', weekendsWork: true, holidaysWork: true, days: new Map() });
const PROJECT = '0190a000-0000-7000-8000-000000000001';

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const aWindow = fc
  .tuple(fc.integer({ min: 0, max: 280 }), fc.integer({ min: 1, max: 120 }))
  .map(([from, length]) => ({ from: clock(from * 5), to: clock(Math.min(24 * 60, (from + length) * 5)) }));
const aWeek = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), fc.array(aWindow, { maxLength: 3 }));
const aDate = fc.integer({ min: 0, max: 700 }).map((days) => beijingDate(startOfBeijingDate('2025-01-01') + days * 24 * 60 * MINUTE));
const anOpening: fc.Arbitrary<Opening> = fc.record({
  active: fc.constant(true),
  lengthMinutes: fc.integer({ min: 2, max: 48 }).map((n) => n * 5),
  week: aWeek,
  openDays: fc.array(fc.record({ date: aDate, windows: fc.array(aWindow, { maxLength: 2 }), note: fc.constant('') }), { maxLength: 3 }),
  closures: fc.array(
    fc.tuple(aDate, aDate).map(([a, b]) => ({ from: a < b ? a : b, to: a < b ? b : a, note: '维护' })),
    { maxLength: 1 },
  ),
});

describe('slots of a day', () => {
  it('lie within the windows of that Beijing day, are as long as the plan says, and begin once each', () => {
    fc.assert(
      fc.property(anOpening, aDate, (plan, date) => {
        const slots = slotsOn(plan, office, date);
        const midnight = startOfBeijingDate(date);
        const windows = windowsOn(plan, office, date).map(({ from, to }) => [
          midnight + minutesOf(from) * MINUTE,
          midnight + minutesOf(to) * MINUTE,
        ]);
        for (const slot of slots) {
          expect(slot.endsAt - slot.startsAt).toBe(plan.lengthMinutes * MINUTE);
          expect(windows.some(([from, to]) => (from as number) <= slot.startsAt && slot.endsAt <= (to as number))).toBe(true);
          expect(beijingDate(slot.startsAt)).toBe(date);
        }
        const starts = slots.map((slot) => slot.startsAt);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      }),
    );
  });

  it('do not exist while closed, whatever the week and the open days say', () => {
    fc.assert(
      fc.property(anOpening, aDate, (plan, date) => {
        expect(slotsOn({ ...plan, closures: [{ from: date, to: date, note: '' }] }, office, date)).toEqual([]);
        expect(slotsOn({ ...plan, active: false }, office, date)).toEqual([]);
      }),
    );
  });

  it('an open day has its own windows in place of those of the week', () => {
    fc.assert(
      fc.property(anOpening, aDate, fc.array(aWindow, { maxLength: 2 }), (plan, date, windows) => {
        const opened = { ...plan, closures: [], openDays: [{ date, windows, note: '' }] };
        expect(windowsOn(opened, office, date)).toEqual(windows);
      }),
    );
  });

  it('are found again by their beginning, and by an id that every version of the plan gives them', () => {
    fc.assert(
      fc.property(anOpening, aDate, (plan, date) => {
        for (const slot of slotsOn(plan, office, date)) {
          expect(slotAt(plan, office, slot.startsAt)).toEqual(slot);
          expect(readSlotId(slotIdOf(PROJECT, 'viewing', slot.startsAt))).toEqual({
            projectId: PROJECT,
            kind: 'viewing',
            startsAt: slot.startsAt,
          });
        }
      }),
    );
  });

  it('no text that people make up is read as a slot of somewhere else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 70 }), (text) => {
        const read = readSlotId(text);
        if (read)
          expect(slotIdOf(read.projectId, read.kind as ViewingPlan['kind'], read.startsAt)).toBe(text.replace(/^(.*\.)0+(?=.)/, '$1'));
      }),
    );
  });
});

describe('a weekend day that is worked for a weekday', () => {
  const open = (week: Opening['week']): Opening => ({ active: true, lengthMinutes: 60, week, openDays: [], closures: [] });
  /** 2026-02-14 is a Saturday that is worked for the Spring Festival. */
  const adjusted = datesBetween('2026-01-01', '2026-12-31').find(
    (date) => office.day(date).kind === 'adjusted' && beijingParts(startOfBeijingDate(date)).weekday === 6,
  ) as string;

  it('counts as a weekday: no weekend event, and the hours of the week', () => {
    expect(adjusted).toBeDefined();
    expect(windowsOn(open({ 6: [{ from: '10:00', to: '12:00' }] }), office, adjusted)).toEqual([]);
    const week = { 2: [{ from: '09:00', to: '11:00' }], 6: [{ from: '10:00', to: '12:00' }] };
    expect(windowsOn(open(week), office, adjusted)).toEqual([{ from: '09:00', to: '11:00' }]);
  });

  it('an ordinary Saturday keeps its own', () => {
    const saturday = datesBetween('2026-03-01', '2026-03-14').find(
      (date) => beijingParts(startOfBeijingDate(date)).weekday === 6,
    ) as string;
    expect(windowsOn(open({ 6: [{ from: '10:00', to: '12:00' }] }), office, saturday)).toHaveLength(1);
  });

  it('a day on which the office rests has none', () => {
    const closed = overlay(statutoryCalendar, {
      key: 'office',
      name: '售楼处',
      weekendsWork: true,
      holidaysWork: true,
      days: new Map([['2026-03-10', { working: false, note: '盘点' }]]),
    });
    expect(windowsOn(open({ 2: [{ from: '10:00', to: '12:00' }] }), closed, '2026-03-10')).toEqual([]);
  });
});
