import { DEFAULT_SERVICE_POLICY as POLICY } from '@guihu/shared';
import { MONDAY_TEN } from '../../../../../test/factories/choice.factory';
import { type Entry, logOf, MINUTE } from '../../../../../test/factories/work-order-log.factory';
import { dueNow, nextTick } from './ticks.policy';

const at = (minute: number) => MONDAY_TEN + minute * MINUTE;
const MS = 1 / MINUTE;
/** The next tick as `[minute, …]`, asked at a minute at which nobody was late yet. */
const next = (log: ReturnType<typeof logOf>, minute = 0) => {
  const tick = nextTick(log, POLICY, null, at(minute));
  return tick && { ...tick, at: (tick.at - MONDAY_TEN) / MINUTE };
};
const due = (log: ReturnType<typeof logOf>, minute: number) => dueNow(log, POLICY, null, at(minute)).map(({ at: _at, ...tick }) => tick);

const WAITING: Entry[] = [
  ['reported', 0],
  ['dispatched', 0],
];
const TAKEN: Entry[] = [...WAITING, ['accepted', 10]];
const DONE: Entry[] = [...TAKEN, ['arrived', 20], ['finished', 60]];

describe('an order that nobody accepts (J4)', () => {
  it('is warned of at 80 percent, then goes to the supervisor, then to the manager, then comes up daily', () => {
    const log: Entry[] = [...WAITING];
    expect(next(logOf(...log))).toEqual({ at: 96, what: 'warn', clock: 'accept' });
    log.push(['warned', 96, { clock: 'accept' }]);
    expect(next(logOf(...log))).toEqual({ at: 120, what: 'escalate', level: 1 });
    log.push(['escalated', 120, { level: 1 }]);
    expect(next(logOf(...log))).toEqual({ at: 240, what: 'escalate', level: 2 });
    log.push(['escalated', 240, { level: 2 }], ['warned', 1152, { clock: 'resolve' }], ['overdue', 1440, { clock: 'resolve' }]);
    expect(next(logOf(...log))).toEqual({ at: 2880, what: 'overdue', clock: 'accept', again: true });
    log.push(['overdue', 2880, { clock: 'accept', again: true }]);
    expect(next(logOf(...log))).toEqual({ at: 4320, what: 'overdue', clock: 'accept', again: true });
  });

  it('is the supervisor’s at 2:00:00.000 and not a millisecond before', () => {
    const log = logOf(...WAITING, ['warned', 96, { clock: 'accept' }]);
    expect(due(log, 120 - MS)).toEqual([]);
    expect(due(log, 120)).toEqual([{ what: 'escalate', level: 1 }]);
  });

  it('owes both escalations, in order, when nobody looked for hours; a warning is pointless by then', () => {
    expect(due(logOf(...WAITING), 300)).toEqual([
      { what: 'escalate', level: 1 },
      { what: 'escalate', level: 2 },
    ]);
  });

  it('is still escalated when it was raised for another reason before it was late (J14)', () => {
    const log = logOf(['reported', 0, { kind: 'complaint' }], ['dispatched', 0], ['escalated', 0, { level: 2 }]);
    expect(next(log)).toEqual({ at: 96, what: 'warn', clock: 'accept' });
    expect(due(log, 240)).toEqual([
      { what: 'escalate', level: 1 },
      { what: 'escalate', level: 2 },
    ]);
  });

  it('is escalated anew when it comes back after a yes', () => {
    const log = logOf(
      ...WAITING,
      ['escalated', 120, { level: 1 }],
      ['accepted', 130],
      ['arrived', 140],
      ['returned', 150],
      ['dispatched', 150],
    );
    expect(due(log, 270)).toEqual([{ what: 'escalate', level: 1 }]);
  });
});

describe('an accepted order', () => {
  it('is warned of and told once for each clock, and again a day later', () => {
    const log: Entry[] = [...TAKEN];
    expect(next(logOf(...log))).toEqual({ at: 202, what: 'warn', clock: 'arrive' });
    log.push(['warned', 202, { clock: 'arrive' }]);
    expect(due(logOf(...log), 250)).toEqual([{ what: 'overdue', clock: 'arrive', again: false }]);
    log.push(['overdue', 250, { clock: 'arrive' }]);
    expect(due(logOf(...log), 250)).toEqual([]);
    expect(next(logOf(...log, ['arrived', 300]), 300)).toEqual({ at: 1152, what: 'warn', clock: 'resolve' });
  });

  it('does not take what was told of one arrival for the next one', () => {
    const log = logOf(...TAKEN, ['overdue', 250, { clock: 'arrive' }], ['returned', 260], ['dispatched', 260], ['accepted', 270]);
    expect(next(log, 270)).toEqual({ at: 462, what: 'warn', clock: 'arrive' });
  });
});

describe('a resting order', () => {
  it('goes on by itself when the pause is over, and its warnings wait as long', () => {
    const log = logOf(...TAKEN, ['paused', 20, { untilAt: at(500) }]);
    expect(next(log)).toEqual({ at: 500, what: 'resume' });
    expect(due(log, 500 - MS)).toEqual([]);
    expect(due(log, 500)).toEqual([{ what: 'resume' }]);
    expect(next(logOf(...TAKEN, ['paused', 20, { untilAt: at(500) }], ['resumed', 500, { why: 'cap' }]), 500)).toEqual({
      at: 682,
      what: 'warn',
      clock: 'arrive',
    });
  });

  it('is not brought up daily while it rests, and not at once when it wakes', () => {
    const late: Entry[] = [...TAKEN, ['overdue', 250, { clock: 'arrive' }], ['paused', 300, { untilAt: at(4000) }]];
    expect(next(logOf(...late), 300)).toEqual({ at: 4000, what: 'resume' });
    const woken = logOf(...late, ['resumed', 4000]);
    expect(dueNow(woken, POLICY, null, at(4000))).toEqual([]);
  });

  it('goes on at once when the pause was over before it began', () => {
    expect(next(logOf(...TAKEN, ['paused', 20, { untilAt: at(5) }]))).toEqual({ at: 20, what: 'resume' });
  });

  it('has an end even when the pause was one too many to stop a clock', () => {
    const policy = { ...POLICY, mostPauses: 0 };
    const log = logOf(...TAKEN, ['paused', 20, { untilAt: at(100) }]);
    expect(nextTick(log, policy, null, at(20))).toEqual({ at: at(100), what: 'resume' });
  });
});

describe('a finished order', () => {
  it('is asked for after 48 hours without a rating and closed after three days', () => {
    const log: Entry[] = [...DONE];
    expect(next(logOf(...log))).toEqual({ at: 60 + 2880, what: 'revisit' });
    log.push(['revisit-opened', 2940]);
    expect(next(logOf(...log))).toEqual({ at: 60 + 4320, what: 'close' });
    log.push(['closed', 4380, { why: 'time' }]);
    expect(next(logOf(...log))).toBeNull();
  });

  it('is closed although it was rated or rung about', () => {
    expect(next(logOf(...DONE, ['rated', 100]))).toEqual({ at: 4380, what: 'close' });
    expect(next(logOf(...DONE, ['rated', 100, { stars: 1 }], ['revisit-opened', 100]))).toEqual({ at: 4380, what: 'close' });
  });

  it('closed without a rating is still rung about', () => {
    expect(next(logOf(...DONE, ['closed', 100, { why: 'time' }]))).toEqual({ at: 2940, what: 'revisit' });
    expect(next(logOf(...DONE, ['rated', 90], ['closed', 100]))).toBeNull();
  });

  it('once reopened owes what an open one owes', () => {
    expect(next(logOf(...DONE, ['rated', 100, { stars: 1 }], ['reopened', 100], ['dispatched', 100]), 100)).toEqual({
      at: 196,
      what: 'warn',
      clock: 'accept',
    });
  });

  it('cancelled owes nothing', () => {
    expect(next(logOf(...WAITING, ['cancelled', 5]))).toBeNull();
  });
});
