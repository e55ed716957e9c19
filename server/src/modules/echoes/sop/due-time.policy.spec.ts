import type { SopStep } from '@guihu/shared';
import fc from 'fast-check';
import {
  addWorking,
  betweenWorking,
  isWorking,
  makeShift,
  overlay,
  type Schedule,
  statutoryCalendar,
} from '../../../platform/working-time';
import { agreedTime, dueTimeOf, sayWhy } from './due-time.policy';

const DAY = 24 * 3_600_000;
const MINUTE = 60_000;
const beijing = (text: string) => Date.parse(`${text}:00+08:00`);
const MONDAY_TEN = beijing('2026-11-23T10:00');

const windows = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];
const office = overlay(statutoryCalendar, { key: 'office', name: '售楼处日历', weekendsWork: true, holidaysWork: true, days: new Map() });
const owner: Schedule = {
  name: '林晓的班次',
  calendar: office,
  shift: makeShift('早班', Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, windows]))),
  absences: [],
};
const clocks = { owner, statutory: statutoryCalendar };

describe('when a step is due', () => {
  it('counts working minutes in the shift of the owner, lunch left out', () => {
    const { at, explanation } = dueTimeOf({ unit: 'working-minutes', amount: 60 }, beijing('2026-11-23T11:30'), clocks);
    expect(at).toBe(beijing('2026-11-23T13:30'));
    expect(explanation).toMatchObject({ clock: '林晓的班次', skipped: [{ reason: '午休' }] });
  });

  it('counts working days on the statutory calendar, though the office is open on the weekend', () => {
    expect(dueTimeOf({ unit: 'working-days', amount: 1 }, beijing('2026-11-27T16:00'), clocks).at).toBe(beijing('2026-11-30T16:00'));
  });

  it('counts plain days and carries an end outside the shift on to the next start of work', () => {
    const { at, explanation } = dueTimeOf({ unit: 'days', amount: 31 }, beijing('2026-11-23T20:00'), clocks);
    expect(at).toBe(beijing('2026-12-25T09:00'));
    expect(explanation).toMatchObject({ rule: '31 个自然日', skipped: [{ reason: '下班' }], dueAt: new Date(at).toISOString() });
    expect(sayWhy(explanation, at)).toBe('从 11月23日 周一 20:00 起计 31 个自然日：到期时正值下班，所以顺延到今天 09:00');
  });

  it('goes by plain time for somebody without a shift, and says so', () => {
    const { at, explanation } = dueTimeOf({ unit: 'working-minutes', amount: 15 }, beijing('2026-11-23T23:00'), { ...clocks, owner: null });
    expect(at).toBe(beijing('2026-11-23T23:15'));
    expect(explanation.text).toBe('从今天 23:00 起计 15 个工作分钟：没有排班，按自然时间计，所以是今天 23:15');
  });

  it('keeps what was agreed with the customer, whatever the hour', () => {
    const { at, explanation } = agreedTime(MONDAY_TEN, beijing('2026-11-28T20:30'));
    expect(at).toBe(beijing('2026-11-28T20:30'));
    expect(sayWhy(explanation, beijing('2026-11-24T09:00'))).toBe('昨天 10:00 的跟进记录约定在 11月28日 周六 20:30 联系');
  });

  const instant = fc.integer({ min: beijing('2025-01-01T00:00'), max: beijing('2026-10-31T00:00') });
  const due: fc.Arbitrary<SopStep['due']> = fc.oneof(
    fc.record({ unit: fc.constant('working-minutes' as const), amount: fc.integer({ min: 0, max: 3000 }) }),
    fc.record({ unit: fc.constant('working-days' as const), amount: fc.integer({ min: 0, max: 30 }) }),
    fc.record({ unit: fc.constant('days' as const), amount: fc.integer({ min: 0, max: 60 }) }),
  );

  it('is never before it was counted from, and its explanation names the same instants', () => {
    fc.assert(
      fc.property(due, instant, fc.boolean(), (step, from, scheduled) => {
        const { at, explanation } = dueTimeOf(step, from, { ...clocks, owner: scheduled ? owner : null });
        expect(at).toBeGreaterThanOrEqual(from);
        expect([explanation.startAt, explanation.dueAt]).toEqual([from, at].map((t) => new Date(t).toISOString()));
        expect(explanation.text).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('in days is a working instant, and the first one there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), instant, (amount, from) => {
        const { at } = dueTimeOf({ unit: 'days', amount }, from, clocks);
        expect(isWorking(owner, at)).toBe(true);
        expect(betweenWorking(owner, from + amount * DAY, at)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('in working minutes is what the working clock says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), instant, (amount, from) => {
        expect(dueTimeOf({ unit: 'working-minutes', amount }, from, clocks)).toEqual(addWorking(owner, from, amount * MINUTE));
      }),
      { numRuns: 100 },
    );
  });
});
