import type { ClockView } from '@guihu/shared';
import fc from 'fast-check';
import { presentClocks, sayClockAt } from './clock-words';

const START = Date.parse('2026-11-23T02:00:00Z');
const MINUTE = 60_000;
const at = (minutes: number) => new Date(START + minutes * MINUTE).toISOString();
const clock = (over: Partial<ClockView> = {}): ClockView => ({
  key: 'accept',
  name: '接单',
  startedAt: at(0),
  dueAt: at(120),
  warnAt: at(96),
  stoppedAt: null,
  pausedMinutes: 0,
  state: 'running',
  text: '还剩 2 小时',
  why: [],
  ...over,
});

it('counts a running clock from the present, warns at 80 % and is late after its time', () => {
  const said = (minutes: number) => sayClockAt(clock(), START + minutes * MINUTE);
  expect(said(60)).toEqual({ text: '还剩 1 小时', tone: 'accent', until: '今天 12:00 前', usedPercent: 50 });
  expect(said(96)).toMatchObject({ text: '还剩 24 分钟', tone: 'soon', usedPercent: 80 });
  expect(said(120).tone).toBe('soon');
  expect(said(132)).toMatchObject({ text: '超时 12 分钟', tone: 'late', usedPercent: 100 });
});

it('keeps the words of a clock that stopped or rests', () => {
  expect(sayClockAt(clock({ state: 'met', text: '10:12 完成，用时 12 分钟' }), START + 500 * MINUTE)).toEqual({
    text: '10:12 完成，用时 12 分钟',
    tone: 'done',
    until: '',
    usedPercent: null,
  });
  expect(sayClockAt(clock({ state: 'paused', text: '已暂停，还剩 1 小时' }), START)).toMatchObject({
    text: '已暂停，还剩 1 小时',
    until: '今天 12:00 前',
  });
});

it('never says more than the whole or less than nothing is gone', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -10_000, max: 10_000 }),
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: -10, max: 500 }),
      (now, pausedMinutes, due) => {
        const used = sayClockAt(clock({ pausedMinutes, dueAt: at(due) }), START + now * MINUTE).usedPercent as number;
        expect(used).toBeGreaterThanOrEqual(0);
        expect(used).toBeLessThanOrEqual(100);
      },
    ),
  );
});

it('leaves the clocks of before it came back to the log', () => {
  const before = [clock({ state: 'met' }), clock({ key: 'resolve', dueAt: at(1440), state: 'met' })];
  const again = { startedAt: at(300) };
  const present = [
    clock({ ...again, dueAt: at(420), state: 'met' }),
    clock({ ...again, key: 'resolve', dueAt: at(1740) }),
    clock({ key: 'arrive', startedAt: at(310), dueAt: at(550) }),
  ];
  expect(presentClocks([...before, ...present])).toEqual(present);
  expect(presentClocks([])).toEqual([]);
});
