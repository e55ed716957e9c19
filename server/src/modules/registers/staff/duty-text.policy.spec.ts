import { makeShift, overlay, type Schedule, statutoryCalendar } from '../../../platform/working-time';
import { sayPresence, sayToday } from './duty-text.policy';

const at = (text: string) => Date.parse(`${text}+08:00`);

const office = overlay(statutoryCalendar, {
  key: 'office',
  name: '售楼处日历',
  weekendsWork: true,
  holidaysWork: true,
  days: new Map([['2026-02-17', { working: false, note: '春节' }]]),
});
const everyDay = (windows: { from: string; to: string }[]) => Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, windows]));
const day = everyDay([
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
]);
const schedule = (change: Partial<Schedule> = {}): Schedule => ({
  name: '林晓的班次',
  calendar: office,
  shift: makeShift('早班', day),
  absences: [],
  ...change,
});

describe('what of today is worked', () => {
  it('is said window by window, also when today is over', () => {
    expect(sayToday(schedule(), at('2026-11-23T10:00'))).toBe('今天 09:00–12:00、13:00–18:00');
    expect(sayToday(schedule(), at('2026-11-23T23:30'))).toBe('今天 09:00–12:00、13:00–18:00');
  });

  it('leaves out a leave of some hours, and names one of the whole day', () => {
    const morning = { from: at('2026-11-23T08:00'), to: at('2026-11-23T10:30'), label: '请假' };
    expect(sayToday(schedule({ absences: [morning] }), at('2026-11-23T08:00'))).toBe('今天 10:30–12:00、13:00–18:00');
    const whole = { from: at('2026-11-22T00:00'), to: at('2026-11-25T00:00'), label: '请假' };
    expect(sayToday(schedule({ absences: [whole] }), at('2026-11-23T08:00'))).toBe('今天请假');
  });

  it('names the holiday, the free weekday, and the missing shift', () => {
    expect(sayToday(schedule(), at('2026-02-17T10:00'))).toBe('今天休息（春节）');
    const weekdays = makeShift('行政班', { 1: [{ from: '09:00', to: '18:00' }] });
    expect(sayToday(schedule({ shift: weekdays }), at('2026-11-24T10:00'))).toBe('今天轮休');
    expect(sayToday(null, at('2026-11-24T10:00'))).toBe('未排班');
  });

  it('shows the part of a night shift that lies in today', () => {
    const night = schedule({ shift: makeShift('夜班', everyDay([{ from: '20:00', to: '08:00' }])) });
    expect(sayToday(night, at('2026-11-23T10:00'))).toBe('今天 00:00–08:00、20:00–24:00');
  });
});

describe('whether a colleague is there', () => {
  const now = Date.parse('2026-11-23T10:00:00+08:00');
  const hour = 3_600_000;

  it.each([
    [{ inShift: true, clockStartsAt: now, endsAt: null, onLeave: false }, '当班'],
    [{ inShift: true, clockStartsAt: now, endsAt: now + 10 * hour, onLeave: false }, '20:00 交班'],
    [{ inShift: true, clockStartsAt: now, endsAt: now + 22 * hour, onLeave: false }, '明天 08:00 交班'],
    [{ inShift: false, clockStartsAt: now + 22 * hour, endsAt: null, onLeave: false }, '明天 08:00 接班'],
    [{ inShift: false, clockStartsAt: now + 22 * hour, endsAt: null, onLeave: true }, '请假，明天 08:00 接班'],
    [{ inShift: false, clockStartsAt: null, endsAt: null, onLeave: true }, '请假'],
    [{ inShift: false, clockStartsAt: null, endsAt: null, onLeave: false }, '未排班'],
  ])('%j is said as %s', (presence, words) => {
    expect(sayPresence(presence, now)).toBe(words);
  });
});
