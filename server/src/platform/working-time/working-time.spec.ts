import { sayDueTime } from './due-time.text';
import { type Schedule, workingIntervals } from './schedule';
import { makeShift } from './shift';
import { statutoryCalendar } from './statutory-calendar';
import { calendarOf, overlay } from './working-calendar';
import { addWorking, betweenWorking, isWorking, nextWorkingInstant } from './working-time';

const MINUTE = 60_000;
const beijing = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const DAY = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];
const OFFICE_WEEK = { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY };
const NIGHT = [{ from: '22:00', to: '06:00' }];

const at = (changes: Partial<Schedule> = {}): Schedule => ({
  name: '林晓的班次',
  calendar: statutoryCalendar,
  shift: makeShift('早班', OFFICE_WEEK),
  absences: [],
  ...changes,
});
const never = at({ shift: makeShift('无', {}) });
const allDay = at({
  calendar: calendarOf('always', '全年', () => ({ working: true, reason: '工作日' })),
  shift: makeShift('全天', Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '00:00', to: '24:00' }]]))),
});
const leave = (from: string, to: string, label = '请假') => ({ from: beijing(from), to: beijing(to), label });

describe('adding working time', () => {
  it.each([
    ['inside a window', '2026-11-23 10:00', 15, '2026-11-23 10:15'],
    ['over the lunch break', '2026-11-23 11:50', 15, '2026-11-23 13:35'],
    ['over the night', '2026-11-23 17:50', 15, '2026-11-24 09:05'],
    ['over the weekend', '2026-11-20 17:50', 15, '2026-11-23 09:05'],
    ['over National Day', '2026-09-30 17:50', 15, '2026-10-08 09:05'],
    ['into an adjusted Saturday', '2026-10-09 17:50', 15, '2026-10-10 09:05'],
    ['over a year end', '2024-12-31 17:50', 15, '2025-01-02 09:05'],
    ['from before opening', '2026-11-23 06:00', 15, '2026-11-23 09:15'],
    ['from exactly the opening', '2026-11-23 09:00', 180, '2026-11-23 13:30'],
    ['used up exactly at closing', '2026-11-23 17:45', 15, '2026-11-24 09:00'],
    ['used up a millisecond before closing', '2026-11-23 17:45', 15 - 1 / 60_000, '2026-11-23 17:59:59.999'],
    ['nothing, while at work', '2026-11-23 10:00', 0, '2026-11-23 10:00'],
    ['nothing, at the very end of a window', '2026-11-23 12:00', 0, '2026-11-23 13:30'],
    ['nothing, at night', '2026-11-23 22:00', 0, '2026-11-24 09:00'],
  ])('%s: from %s, %d minutes, is %s', (_case, from, minutes, due) => {
    const expected = due.length > 16 ? Date.parse(`${due.replace(' ', 'T')}+08:00`) : beijing(due);
    expect(addWorking(at(), beijing(from), minutes * MINUTE)?.at).toBe(expected);
  });

  it('counts a night shift on the day it starts, past midnight and into a day off', () => {
    const night = at({ shift: makeShift('夜班', { 5: NIGHT, 1: NIGHT }) });
    expect(addWorking(night, beijing('2026-11-20 23:00'), 60 * MINUTE)?.at).toBe(beijing('2026-11-21 00:00'));
    expect(addWorking(night, beijing('2026-11-21 05:00'), 61 * MINUTE)?.at).toBe(beijing('2026-11-23 22:01'));
    expect(betweenWorking(night, beijing('2026-11-21 05:00'), beijing('2026-11-21 12:00'))).toBe(60 * MINUTE);
  });

  it('goes round absences, overlapping, touching and out of order', () => {
    const absences = [
      leave('2026-11-23 11:00', '2026-11-23 14:00'),
      leave('2026-11-23 10:00', '2026-11-23 10:30', '培训'),
      leave('2026-11-23 13:00', '2026-11-23 15:00', '培训'),
      leave('2026-11-23 16:00', '2026-11-23 16:00'),
    ];
    expect(addWorking(at({ absences }), beijing('2026-11-23 09:55'), 40 * MINUTE)?.at).toBe(beijing('2026-11-23 15:05'));
  });

  it('joins windows that touch and never shows a break between whole days', () => {
    const [first] = workingIntervals(allDay, beijing('2026-11-23 10:00'), beijing('2026-11-30 10:00'));
    expect(first).toEqual({ from: beijing('2026-11-23 10:00'), to: beijing('2026-11-30 10:00') });
    expect(addWorking(allDay, beijing('2026-11-23 10:00'), 72 * 60 * MINUTE)?.at).toBe(beijing('2026-11-26 10:00'));
    expect(addWorking(allDay, beijing('2026-11-23 10:00'), 14 * 60 * MINUTE)?.at).toBe(beijing('2026-11-24 00:00'));
  });

  it('lends weekday windows to an adjusted Saturday only when the shift knows no weekend', () => {
    const saturday = { from: beijing('2026-10-10 00:00'), to: beijing('2026-10-11 00:00') };
    const restsOnSaturdays = at({ shift: makeShift('轮班', { ...OFFICE_WEEK, 7: DAY }) });
    expect(betweenWorking(at(), saturday.from, saturday.to)).toBe(7.5 * 60 * MINUTE);
    expect(betweenWorking(restsOnSaturdays, saturday.from, saturday.to)).toBe(0);
    const weekends = overlay(statutoryCalendar, { key: 'o', name: '办公室', weekendsWork: true, days: new Map() });
    expect(betweenWorking(at({ calendar: weekends }), beijing('2026-11-21 00:00'), beijing('2026-11-23 00:00'))).toBe(0);
  });

  it('counts an hour once when a night shift runs into windows lent to the next day', () => {
    const shift = makeShift('早晚班', { 1: [{ from: '05:00', to: '09:00' }], 5: NIGHT });
    expect(betweenWorking(at({ shift }), beijing('2026-10-10 00:00'), beijing('2026-10-10 12:00'))).toBe(9 * 60 * MINUTE);
  });

  it('is null when there is not enough working time ahead, and ends', () => {
    expect(addWorking(never, beijing('2026-11-23 10:00'), 0)).toBeNull();
    expect(nextWorkingInstant(never, beijing('2026-11-23 10:00'))).toBeNull();
    expect([...workingIntervals(never, beijing('2026-11-23 10:00'))]).toEqual([]);
    expect(addWorking(at(), beijing('2026-11-23 10:00'), 400 * 24 * 60 * MINUTE)).toBeNull();
    const away = at({ absences: [{ from: 0, to: Date.UTC(9000, 0), label: '请假' }] });
    expect(nextWorkingInstant(away, beijing('2026-11-23 10:00'))).toBeNull();
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5])('refuses %p as a duration and as an instant', (bad) => {
    expect(() => addWorking(at(), beijing('2026-11-23 10:00'), bad)).toThrow(RangeError);
    expect(() => addWorking(at(), bad, 1)).toThrow(RangeError);
    expect(() => betweenWorking(at(), bad, 1)).toThrow(RangeError);
  });

  it('knows a window as half-open', () => {
    expect(isWorking(at(), beijing('2026-11-23 09:00'))).toBe(true);
    expect(isWorking(at(), beijing('2026-11-23 12:00') - 1)).toBe(true);
    expect(isWorking(at(), beijing('2026-11-23 12:00'))).toBe(false);
  });
});

describe('the explanation', () => {
  it('names every counted and every skipped stretch', () => {
    const absences = [leave('2026-10-09 17:30', '2026-10-09 17:40')];
    expect(addWorking(at({ absences }), beijing('2026-10-09 17:20'), 50 * MINUTE)?.explanation).toEqual({
      startAt: '2026-10-09T09:20:00.000Z',
      dueAt: '2026-10-10T01:20:00.000Z',
      rule: '50 个工作分钟',
      clock: '林晓的班次',
      counted: [
        { from: '2026-10-09T09:20:00.000Z', to: '2026-10-09T09:30:00.000Z', minutes: 10, label: '周五 13:30–18:00 早班' },
        { from: '2026-10-09T09:40:00.000Z', to: '2026-10-09T10:00:00.000Z', minutes: 20, label: '周五 13:30–18:00 早班' },
        { from: '2026-10-10T01:00:00.000Z', to: '2026-10-10T01:20:00.000Z', minutes: 20, label: '周六 09:00–12:00 早班（调休上班）' },
      ],
      skipped: [
        { from: '2026-10-09T09:30:00.000Z', to: '2026-10-09T09:40:00.000Z', reason: '请假' },
        { from: '2026-10-09T10:00:00.000Z', to: '2026-10-10T01:00:00.000Z', reason: '下班' },
      ],
      text: '从今天 17:20 起计 50 个工作分钟：今天 17:20–17:30 计 10 分钟，请假不计，17:40–18:00 计 20 分钟，下班后暂停，明天 09:00–09:20 计 20 分钟，所以是明天 09:20',
    });
  });

  it.each([
    ['2026-11-23 10:00', 15, '从今天 10:00 起计 15 个工作分钟：都在上班时间内，所以是今天 10:15'],
    [
      '2026-11-23 17:50',
      15,
      '从今天 17:50 起计 15 个工作分钟：今天 17:50–18:00 计 10 分钟，下班后暂停，明天 09:00–09:05 计 5 分钟，所以是明天 09:05',
    ],
    ['2026-11-23 17:45', 15, '从今天 17:45 起计 15 个工作分钟：今天 17:45–18:00 计 15 分钟，计满时正值下班，所以顺延到明天 09:00'],
    ['2026-11-23 22:10', 15, '从今天 22:10 起计 15 个工作分钟：下班时间不计，明天 09:00–09:15 计 15 分钟，所以是明天 09:15'],
    [
      '2026-09-30 17:00',
      90,
      '从今天 17:00 起计 1 小时 30 分钟工作时间：今天 17:00–18:00 计 1 小时，国庆节不计，10月8日 周四 09:00–09:30 计 30 分钟，所以是 10月8日 周四 09:30',
    ],
    ['2026-11-21 10:00', 0, '从今天 10:00 起计 0 个工作分钟：周末不计，所以是 11月23日 周一 09:00'],
    ['2026-11-23 10:00', 0, '从今天 10:00 起计 0 个工作分钟，所以是今天 10:00'],
    [
      '2026-11-23 09:00',
      40 * 60,
      '从今天 09:00 起计 40 个工作小时：今天 09:00–12:00 计 3 小时，其间 9 段共计 34 小时 30 分（午休、周末不计），11月30日 周一 09:00–11:30 计 2 小时 30 分，所以是 11月30日 周一 11:30',
    ],
  ])('says from %s, %i minutes, as people would', (from, minutes, text) => {
    expect(addWorking(at(), beijing(from), minutes * MINUTE)?.explanation.text).toBe(text);
  });

  it('can be said again for a reader of another day', () => {
    const { explanation } = addWorking(at(), beijing('2026-11-23 10:00'), 15 * MINUTE)!;
    expect(sayDueTime(explanation, beijing('2026-11-24 09:00'))).toBe('从昨天 10:00 起计 15 个工作分钟：都在上班时间内，所以是昨天 10:15');
  });

  it('calls a day that the roster gives off 轮休, a short pause 休息, and a night shift by both its days', () => {
    const shift = makeShift('早晚班', {
      1: [
        { from: '07:00', to: '09:00' },
        { from: '10:00', to: '10:30' },
      ],
      3: NIGHT,
    });
    const { explanation } = addWorking(at({ shift }), beijing('2026-11-23 08:30'), 70 * MINUTE)!;
    expect(explanation.skipped.map((each) => each.reason)).toEqual(['休息', '下班', '轮休', '下班']);
    expect(explanation.counted.at(-1)?.label).toBe('周三 22:00–次日 06:00 早晚班');
  });

  it('names an absence from its own beginning, even where it begins after closing', () => {
    const absences = [leave('2026-11-23 20:00', '2026-11-24 10:00', '培训'), leave('2026-11-24 09:30', '2026-11-24 10:30')];
    const { explanation } = addWorking(at({ absences }), beijing('2026-11-23 17:50'), 15 * MINUTE)!;
    expect(explanation.skipped).toEqual([
      { from: '2026-11-23T10:00:00.000Z', to: '2026-11-23T12:00:00.000Z', reason: '下班' },
      { from: '2026-11-23T12:00:00.000Z', to: '2026-11-24T02:00:00.000Z', reason: '培训' },
      { from: '2026-11-24T02:00:00.000Z', to: '2026-11-24T02:30:00.000Z', reason: '请假' },
    ]);
  });

  it('counts whole minutes from a start with seconds, and they still sum up', () => {
    const { explanation } = addWorking(at(), beijing('2026-11-23 17:50') + 40_250, 15 * MINUTE)!;
    expect(explanation.counted.map((each) => each.minutes)).toEqual([10, 5]);
    expect(explanation.dueAt).toBe('2026-11-24T01:05:40.250Z');
  });
});

it('answers without walking further than it must', () => {
  const rounds = 2_000;
  const schedule = at();
  const ask = () => {
    for (let i = 0; i < rounds; i++) addWorking(schedule, beijing('2026-11-23 17:50'), 15 * MINUTE);
  };
  ask();
  const begun = performance.now();
  ask();
  // About 0.03 ms each on a quiet machine; a loaded one must not fail this, a lost cache or a walk to the horizon must.
  expect((performance.now() - begun) / rounds).toBeLessThan(0.5);
});
