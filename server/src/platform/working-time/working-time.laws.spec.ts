import fc from 'fast-check';
import { dateOf, dayOf, timeOfDay, WEEKDAYS, weekdayOf } from './civil-day';
import { type Absence, type Schedule, workingIntervals } from './schedule';
import { makeShift, type Window } from './shift';
import { statutoryCalendar } from './statutory-calendar';
import { calendarOf, overlay, type WorkingCalendar } from './working-calendar';
import { addWorking, betweenWorking, isWorking, nextWorkingInstant } from './working-time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FIRST = Date.parse('2023-06-01T00:00:00+08:00');
const LAST = Date.parse('2028-06-01T00:00:00+08:00');

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Sorted cuts of a day taken in pairs; the last pair may run past midnight, as far as the next day's first window lets it. */
const week: fc.Arbitrary<Record<string, Window[]>> = fc
  .tuple(
    ...WEEKDAYS.map(() => fc.record({ cuts: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 8 }), night: fc.nat(1440) })),
  )
  .map((days) => {
    const sorted = days.map(({ cuts }) => [...cuts].sort((a, b) => a - b).slice(0, cuts.length - (cuts.length % 2)));
    return Object.fromEntries(
      sorted.map((cuts, i) => {
        const windows = cuts.flatMap((from, j) => (j % 2 === 0 ? [{ from: clock(from), to: clock(cuts[j + 1]!) }] : []));
        const start = cuts.at(-2);
        const room = Math.min(sorted[(i + 1) % 7]![0] ?? 1440, start ?? 0);
        const runsOn = start !== undefined && days[i]!.night % 3 === 0;
        if (runsOn) windows[windows.length - 1] = { from: clock(start), to: clock(days[i]!.night % (room + 1)) };
        return [i + 1, windows];
      }),
    );
  });

const instant = fc.integer({ min: FIRST, max: LAST });
const wholeMinute = fc.integer({ min: FIRST / MINUTE, max: LAST / MINUTE }).map((minute) => minute * MINUTE);

const rows = fc
  .array(fc.record({ day: fc.integer({ min: dayOf(FIRST), max: dayOf(LAST) }), working: fc.boolean() }), { maxLength: 200 })
  .map((list) => new Map(list.map(({ day, working }) => [dateOf(day), { working, note: working ? '加班' : '停工' }])));

const calendar: fc.Arbitrary<WorkingCalendar> = fc.oneof(
  fc.constant(statutoryCalendar),
  fc
    .record({ weekendsWork: fc.boolean(), holidaysWork: fc.boolean(), days: rows })
    .map((options) => overlay(statutoryCalendar, { key: 'office', name: '办公室', ...options })),
  fc
    .integer({ min: 1, max: 9 })
    .map((every) => calendarOf('turns', '轮换', (date) => ({ working: Date.parse(date) % (DAY * every) !== 0, reason: '轮换' }))),
);

/** Absences around `near`, of whole minutes or of milliseconds. */
const absencesAround = (near: number, unit: number): fc.Arbitrary<Absence[]> =>
  fc.array(
    fc
      .record({
        from: fc.integer({ min: -5 * (DAY / unit), max: 30 * (DAY / unit) }),
        length: fc.integer({ min: -1, max: (4 * DAY) / unit }),
      })
      .map(({ from, length }) => ({ from: near + from * unit, to: near + (from + length) * unit, label: '请假' })),
    { maxLength: 6 },
  );

const scheduled = (when: fc.Arbitrary<number>, unit: number) =>
  when.chain((from) =>
    fc.record({
      from: fc.constant(from),
      schedule: fc
        .record({
          name: fc.constant('班次'),
          calendar,
          shift: week.map((each) => makeShift('班', each)),
          absences: absencesAround(from, unit),
        })
        .map((each): Schedule => each),
    }),
  );

const aCase = scheduled(instant, 1);
const duration = fc.oneof(fc.integer({ min: 0, max: 2 * HOUR }), fc.integer({ min: 0, max: 200 * HOUR }), fc.constant(0));
const RUNS = { numRuns: 600 };

describe('add and between', () => {
  it('are inverse: what was added is what lies between', () => {
    fc.assert(
      fc.property(aCase, duration, ({ schedule, from }, ms) => {
        const due = addWorking(schedule, from, ms);
        if (!due) return;
        expect(due.at).toBeGreaterThanOrEqual(from + ms);
        expect(isWorking(schedule, due.at)).toBe(true);
        expect(betweenWorking(schedule, from, due.at)).toBe(ms);
      }),
      RUNS,
    );
  });

  it('are inverse the other way for every working instant, window starts and last milliseconds first', () => {
    fc.assert(
      fc.property(aCase, fc.nat(60), fc.double({ min: 0, max: 1, noNaN: true }), ({ schedule, from }, nth, part) => {
        let i = 0;
        for (const range of workingIntervals(schedule, from)) {
          if (i++ < nth) continue;
          const inside = range.from + Math.min(Math.floor(part * (range.to - range.from)), range.to - range.from - 1);
          for (const t of [range.from, inside, range.to - 1]) {
            expect(addWorking(schedule, from, betweenWorking(schedule, from, t))?.at).toBe(t);
          }
          return;
        }
      }),
      RUNS,
    );
  });

  it('do not care where a stretch of time is cut', () => {
    fc.assert(
      fc.property(aCase, instant, instant, ({ schedule, from }, b, c) => {
        const near = [from + (b % (90 * DAY)), from + (c % (90 * DAY))] as const;
        const sum = betweenWorking(schedule, from, near[0]) + betweenWorking(schedule, near[0], near[1]);
        expect(betweenWorking(schedule, from, near[1])).toBe(sum);
        expect(betweenWorking(schedule, near[1], from)).toBe(0 - sum);
      }),
      { numRuns: 200 },
    );
  });

  it('can be done in two steps as in one', () => {
    fc.assert(
      fc.property(aCase, duration, duration, ({ schedule, from }, a, b) => {
        const halfway = addWorking(schedule, from, a);
        const due = addWorking(schedule, from, a + b);
        if (halfway && due) expect(addWorking(schedule, halfway.at, b)?.at).toBe(due.at);
      }),
      RUNS,
    );
  });
});

describe('add', () => {
  it('never answers earlier for a later start or for more time', () => {
    fc.assert(
      fc.property(aCase, duration, fc.integer({ min: 1, max: 5 * DAY }), ({ schedule, from }, ms, more) => {
        const due = addWorking(schedule, from, ms);
        const longer = addWorking(schedule, from, ms + more);
        const later = addWorking(schedule, from + more, ms);
        if (due && longer) expect(longer.at).toBeGreaterThan(due.at);
        if (due && later) expect(later.at).toBeGreaterThanOrEqual(due.at);
      }),
      RUNS,
    );
  });

  it('of nothing is the next working instant', () => {
    fc.assert(
      fc.property(aCase, ({ schedule, from }) => {
        expect(addWorking(schedule, from, 0)?.at ?? null).toBe(nextWorkingInstant(schedule, from));
      }),
      RUNS,
    );
  });

  it('explains itself: minutes sum to the duration, and counted and skipped cover all the time to the due instant once', () => {
    fc.assert(
      fc.property(aCase, fc.integer({ min: 0, max: 3000 }), ({ schedule, from }, minutes) => {
        const due = addWorking(schedule, from, minutes * MINUTE);
        if (!due) return;
        const { counted, skipped, text } = due.explanation;
        expect(counted.reduce((sum, each) => sum + each.minutes, 0)).toBe(minutes);
        expect(counted.reduce((sum, each) => sum + Date.parse(each.to) - Date.parse(each.from), 0)).toBe(minutes * MINUTE);
        const parts = [...counted, ...skipped].sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
        expect([...parts.map((each) => each.from), due.explanation.dueAt]).toEqual([
          due.explanation.startAt,
          ...parts.map((each) => each.to),
        ]);
        expect(parts.every((each) => each.from < each.to)).toBe(true);
        expect(skipped.every((each) => each.reason !== '')).toBe(true);
        expect(text).toMatch(/^从.+(所以是|所以顺延到).+\d\d:\d\d$/);
      }),
      RUNS,
    );
  });
});

describe('working intervals', () => {
  it('are in order, apart, never empty, and hold exactly the working instants', () => {
    fc.assert(
      fc.property(aCase, fc.array(fc.nat(20 * DAY), { maxLength: 20 }), ({ schedule, from }, probes) => {
        const ranges = [...workingIntervals(schedule, from, from + 20 * DAY)];
        ranges.forEach((range, i) => {
          expect(range.from).toBeLessThan(range.to);
          if (i > 0) expect(range.from).toBeGreaterThan(ranges[i - 1]!.to);
        });
        for (const probe of probes.map((each) => from + each).filter((each) => each < from + 20 * DAY)) {
          expect(ranges.some((range) => range.from <= probe && probe < range.to)).toBe(naivelyWorking(schedule, probe));
        }
      }),
      RUNS,
    );
  });

  it('lead to the same due time as counting minute by minute', () => {
    fc.assert(
      fc.property(scheduled(wholeMinute, MINUTE), fc.integer({ min: 0, max: 1200 }), ({ schedule, from }, minutes) => {
        const slow = minuteByMinute(schedule, from, minutes);
        const due = addWorking(schedule, from, minutes * MINUTE);
        if (slow !== null) expect(due?.at).toBe(slow);
        else if (due) expect(due.at).toBeGreaterThan(from + LOOK_AHEAD);
      }),
      { numRuns: 250 },
    );
  });
});

const LOOK_AHEAD = 21 * DAY;

/** The definition, written without the engine: count working minutes one at a time, then wait for the next one. */
function minuteByMinute(schedule: Schedule, from: number, minutes: number): number | null {
  let counted = 0;
  for (let at = from; at <= from + LOOK_AHEAD; at += MINUTE) {
    if (!naivelyWorking(schedule, at)) continue;
    if (counted === minutes) return at;
    counted += 1;
  }
  return null;
}

function naivelyWorking(schedule: Schedule, at: number): boolean {
  if (schedule.absences.some((each) => each.from <= at && at < each.to)) return false;
  const now = timeOfDay(at);
  const today = naiveWindows(schedule, dayOf(at)).some(({ from, to }) => from <= now && (to <= from || now < to));
  return today || naiveWindows(schedule, dayOf(at) - 1).some(({ from, to }) => to <= from && now < to);
}

function naiveWindows({ calendar: days, shift }: Schedule, day: number): { from: number; to: number }[] {
  const about = days.day(dateOf(day));
  if (!about.working) return [];
  const weekless = shift.week[6].length + shift.week[7].length === 0;
  const lender = WEEKDAYS.find((each) => shift.week[each].length > 0);
  const weekday = about.kind === 'adjusted' && weekdayOf(day) > 5 && weekless && lender ? lender : weekdayOf(day);
  const ms = (text: string) => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * MINUTE;
  return shift.week[weekday].map((window) => ({ from: ms(window.from), to: ms(window.to) }));
}
