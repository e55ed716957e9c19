import fc from 'fast-check';
import { betweenWorking, isQuiet, makeShift, overlay, type Schedule, statutoryCalendar } from '../../../platform/working-time';
import { type PlannedReminder, remindersOf } from './reminders.policy';

const MINUTE = 60_000;
const beijing = (text: string) => Date.parse(`${text}:00+08:00`);
const QUIET = { from: '21:00', to: '08:30' };
const week = (...windows: { from: string; to: string }[]) => Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, windows]));
const owner: Schedule = {
  name: '林晓的班次',
  calendar: overlay(statutoryCalendar, { key: 'office', name: '售楼处', weekendsWork: true, holidaysWork: true, days: new Map() }),
  shift: makeShift('早班', week({ from: '09:00', to: '12:00' }, { from: '13:00', to: '18:00' })),
  absences: [],
};
const step = {
  remindMinutesBefore: [15, 0],
  ladder: [
    { afterWorkingMinutes: 30, to: 'agent' as const },
    { afterWorkingMinutes: 120, to: 'leader' as const },
  ],
};
const said = (reminders: PlannedReminder[]) =>
  reminders.map(({ kind, at }) => `${kind} ${new Date(at + 8 * 3_600_000).toISOString().slice(5, 16)}`);
const plan = (dueAt: number, now: number, of = step) => remindersOf(of, { dueAt, now }, owner, QUIET);

describe('reminders of a task', () => {
  const monday = beijing('2026-11-23T10:00');

  it('come before it is due, when it is, and up the ladder in working time', () => {
    expect(said(plan(beijing('2026-11-23T11:00'), monday))).toEqual([
      'before 11-23T10:45',
      'due 11-23T11:00',
      'overdue 11-23T11:30',
      'leader 11-23T14:00',
    ]);
  });

  it('climb no rung at night: closing time is not counted', () => {
    expect(said(plan(beijing('2026-11-23T17:50'), monday)).slice(2)).toEqual(['overdue 11-24T09:20', 'leader 11-24T10:50']);
  });

  it('wait for the end of quiet hours, and are not sent before a due time that is over by then', () => {
    expect(said(plan(beijing('2026-11-23T21:10'), monday))[0]).toBe('before 11-23T20:55');
    expect(said(plan(beijing('2026-11-24T08:00'), monday)).slice(0, 2)).toEqual(['due 11-24T08:30', 'overdue 11-24T09:30']);
    expect(said(plan(beijing('2026-11-24T08:40'), monday)).slice(0, 2)).toEqual(['before 11-24T08:30', 'due 11-24T08:40']);
  });

  it('that would come before the task was asked for are left out', () => {
    expect(said(plan(beijing('2026-11-23T10:10'), monday))[0]).toBe('due 11-23T10:10');
  });

  it('meet at five-minute marks on the ladder, so that a row of late calls is one message', () => {
    const rungs = ['2026-11-23T10:16', '2026-11-23T10:17', '2026-11-23T10:19'].map((due) => plan(beijing(due), monday)[2]);
    expect(new Set(rungs.map((rung) => rung?.at))).toEqual(new Set([beijing('2026-11-23T10:50')]));
  });

  const instant = fc.integer({ min: beijing('2026-01-01T00:00'), max: beijing('2026-11-01T00:00') });
  const steps = fc.record({
    remindMinutesBefore: fc.array(fc.nat(3000), { maxLength: 4 }),
    ladder: fc.array(fc.record({ afterWorkingMinutes: fc.nat(2000), to: fc.constantFrom('agent' as const, 'leader' as const) }), {
      maxLength: 3,
    }),
  });

  it('never lie in quiet hours or in the past, tell exactly once that it is due, and no rung early', () => {
    fc.assert(
      fc.property(steps, instant, fc.integer({ min: -1_000 * MINUTE, max: 5_000 * MINUTE }), (any, now, away) => {
        const dueAt = now + away;
        const reminders = plan(dueAt, now, any);
        for (const { at } of reminders) expect([isQuiet(QUIET, at), at >= now]).toEqual([false, true]);
        expect(reminders.filter((each) => each.kind === 'due')).toHaveLength(1);
        for (const each of reminders.filter((r) => r.kind === 'before')) expect(each.at).toBeLessThan(dueAt);
        const leastMinutes = Math.min(...any.ladder.map((rung) => rung.afterWorkingMinutes));
        for (const rung of reminders.filter((r) => r.kind === 'overdue' || r.kind === 'leader')) {
          expect(betweenWorking(owner, dueAt, rung.at)).toBeGreaterThanOrEqual(leastMinutes * MINUTE);
        }
        expect([...reminders].sort((a, b) => a.at - b.at)).toEqual(reminders);
      }),
      { numRuns: 300 },
    );
  });
});
