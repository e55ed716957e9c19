import { type ClockKey, DEFAULT_SERVICE_POLICY as POLICY } from '@guihu/shared';
import { MONDAY_TEN } from '../../../../../test/factories/choice.factory';
import { DAY, type Entry, HOUR, logOf, MINUTE, SERVICE_HOURS } from '../../../../../test/factories/work-order-log.factory';
import type { Schedule } from '../../../../platform/working-time';
import type { WorkOrderLog } from '../work-order-log';
import { type Clock, mostUrgent, readClocks } from './clock.policy';

const minutes = (n: number) => MONDAY_TEN + n * MINUTE;
const MS = 1 / MINUTE;

function clock(log: WorkOrderLog, key: ClockKey, now = minutes(0), policy = POLICY, schedule: Schedule | null = null): Clock {
  const found = readClocks(log, policy, schedule, now).findLast((each) => each.key === key);
  if (!found) throw new Error(`no clock ${key}`);
  return found;
}
const dueMinute = (log: WorkOrderLog, key: ClockKey, policy = POLICY, schedule: Schedule | null = null) =>
  (clock(log, key, minutes(0), policy, schedule).dueAt - MONDAY_TEN) / MINUTE;
const keysOf = (log: WorkOrderLog) => readClocks(log, POLICY, null, minutes(0)).map((each) => each.key);

const REPORTED: Entry = ['reported', 0];
const DISPATCHED: Entry = ['dispatched', 1];
const ACCEPTED: Entry = ['accepted', 30];
const accepted = (...more: Entry[]) => logOf(REPORTED, DISPATCHED, ACCEPTED, ...more);

describe('a repair has clocks for acceptance, arrival and ending', () => {
  it('starts them at the report and at the yes', () => {
    expect(keysOf(logOf(REPORTED))).toEqual(['accept', 'resolve']);
    expect(keysOf(accepted())).toEqual(['accept', 'resolve', 'arrive']);
    expect([dueMinute(accepted(), 'accept'), dueMinute(accepted(), 'arrive'), dueMinute(accepted(), 'resolve')]).toEqual([120, 270, 1440]);
  });

  it('is faster when it is urgent', () => {
    const log = logOf(['reported', 0, { urgent: true }], DISPATCHED, ACCEPTED);
    expect([dueMinute(log, 'accept'), dueMinute(log, 'arrive'), dueMinute(log, 'resolve')]).toEqual([30, 90, 480]);
  });

  it('a yes at 1:59:59.999 is in time, at 2:00:00.000 it is late', () => {
    const yesAt = (minute: number) => clock(logOf(REPORTED, DISPATCHED, ['accepted', minute]), 'accept').state;
    expect([yesAt(120 - MS), yesAt(120)]).toEqual(['met', 'missed']);
  });

  it('runs until 1:59:59.999 and is late at 2:00:00.000', () => {
    const seenAt = (minute: number) => clock(logOf(REPORTED), 'accept', minutes(minute)).state;
    expect([seenAt(0), seenAt(120 - MS), seenAt(120)]).toEqual(['running', 'running', 'late']);
  });

  it('warns at exactly 80 percent', () => {
    const log = logOf(REPORTED);
    expect(clock(log, 'accept').warnAt).toBe(minutes(96));
    expect([clock(log, 'accept', minutes(96 - MS)).soon, clock(log, 'accept', minutes(96)).soon]).toEqual([false, true]);
    expect(clock(log, 'accept', minutes(120)).soon).toBe(false);
  });

  it('stops everything when it is finished, even where nobody noted the arrival', () => {
    const log = accepted(['finished', 200]);
    expect(readClocks(log, POLICY, null, minutes(9999)).map((each) => [each.key, each.state])).toEqual([
      ['accept', 'met'],
      ['resolve', 'met'],
      ['arrive', 'met'],
    ]);
  });
});

describe('redispatch', () => {
  it('gives no new time while nobody ever said yes', () => {
    const log = logOf(REPORTED, DISPATCHED, ['declined', 20], ['dispatched', 20], ['transferred', 40], ['dispatched', 40]);
    expect(keysOf(log)).toEqual(['accept', 'resolve']);
    expect(dueMinute(log, 'accept')).toBe(120);
  });

  it.each(['returned', 'transferred', 'dispatched'] as const)('%s after the yes starts a new clock for the next yes', (type) => {
    const log = accepted([type, 50], ['dispatched', 50]);
    expect(keysOf(log)).toEqual(['accept', 'resolve', 'arrive', 'accept']);
    expect(dueMinute(log, 'accept')).toBe(170);
    expect(readClocks(log, POLICY, null, minutes(60)).map((each) => each.state)).toEqual(['met', 'running', 'dropped', 'running']);
  });

  it('asks the next engineer to arrive within their own time, and leaves the ending where it was', () => {
    const log = accepted(['transferred', 50], ['dispatched', 50], ['accepted', 60, { staffId: 'li' }]);
    expect([dueMinute(log, 'arrive'), dueMinute(log, 'resolve')]).toEqual([300, 1440]);
  });

  it('does not wash off an arrival that was late already', () => {
    const states = (minute: number) => clock(accepted(['returned', minute]), 'arrive').state;
    expect([states(270 - MS), states(270)]).toEqual(['dropped', 'missed']);
  });
});

describe('cancelling', () => {
  it('drops what still ran in time, and keeps what was late as missed', () => {
    const log = logOf(REPORTED, DISPATCHED, ['cancelled', 130]);
    expect(readClocks(log, POLICY, null, minutes(500)).map((each) => [each.key, each.state])).toEqual([
      ['accept', 'missed'],
      ['resolve', 'dropped'],
    ]);
  });
});

describe('reopening', () => {
  it('starts acceptance and ending anew', () => {
    const log = accepted(['arrived', 60], ['finished', 100], ['reopened', 1000], ['dispatched', 1000]);
    expect(keysOf(log)).toEqual(['accept', 'resolve', 'arrive', 'accept', 'resolve']);
    expect([dueMinute(log, 'accept'), dueMinute(log, 'resolve')]).toEqual([1120, 2440]);
  });
});

describe('a complaint', () => {
  const complaint: Entry = ['reported', 0, { kind: 'complaint' }];

  it('is answered within 24 hours and ended within 48 (J9)', () => {
    const log = logOf(complaint, DISPATCHED, ACCEPTED);
    expect(keysOf(log)).toEqual(['accept', 'respond', 'resolve']);
    expect([dueMinute(log, 'respond'), dueMinute(log, 'resolve')]).toEqual([1440, 2880]);
  });

  it('is answered by the first answer, or by its ending', () => {
    const answered = logOf(complaint, DISPATCHED, ACCEPTED, ['responded', 1440 - MS], ['responded', 2000]);
    expect(clock(answered, 'respond')).toMatchObject({ state: 'met', stoppedAt: minutes(1440) - 1 });
    expect(clock(logOf(complaint, DISPATCHED, ACCEPTED, ['finished', 90]), 'respond').state).toBe('met');
    expect(clock(logOf(complaint, DISPATCHED, ACCEPTED, ['responded', 1440]), 'respond').state).toBe('missed');
  });

  it('has one first answer, whoever takes it over', () => {
    const log = logOf(complaint, DISPATCHED, ACCEPTED, ['responded', 60], ['returned', 70], ['dispatched', 70], ['accepted', 80]);
    expect(keysOf(log).filter((key) => key === 'respond')).toHaveLength(1);
  });
});

describe('a preferred time', () => {
  const wishing = (minute: number, ...more: Entry[]) =>
    logOf(['reported', 0, { preferredAt: minutes(minute) }], DISPATCHED, ACCEPTED, ...more);

  it('later than what is due anyway gives half an hour from there', () => {
    expect([dueMinute(wishing(269), 'arrive'), dueMinute(wishing(270), 'arrive')]).toEqual([270, 270]);
    expect(dueMinute(wishing(271), 'arrive')).toBe(301);
  });

  it('is what the ending counts from, when it is later than the report', () => {
    expect([dueMinute(wishing(600), 'resolve'), dueMinute(wishing(-60), 'resolve')]).toEqual([2040, 1440]);
  });

  it('uses nothing of the time when somebody comes earlier', () => {
    expect(clock(wishing(600, ['arrived', 60]), 'arrive')).toMatchObject({ state: 'met', usedMs: 0 });
  });

  it('is never brought forward by a longer pause', () => {
    const paused = (until: number) => dueMinute(wishing(271, ['paused', 40, { untilAt: minutes(until) }]), 'arrive');
    expect([paused(41), paused(260), paused(271), paused(300)]).toEqual([301, 301, 301, 330]);
  });
});

describe('pauses', () => {
  const paused = (at: number, until: number, end?: number): Entry[] => [
    ['paused', at, { untilAt: minutes(until) }],
    ...(end === undefined ? [] : ([['resumed', end]] as Entry[])),
  ];

  it('stop arrival and ending, never acceptance', () => {
    const log = accepted(...paused(60, 500, 120));
    expect([dueMinute(log, 'arrive'), dueMinute(log, 'resolve'), dueMinute(log, 'accept')]).toEqual([330, 1500, 120]);
  });

  it('count at most to the time that was said, and to the longest that is allowed', () => {
    expect(dueMinute(accepted(...paused(60, 100, 400)), 'arrive')).toBe(310);
    expect(dueMinute(accepted(...paused(60, 99_999, 9000)), 'resolve')).toBe(1440 + 4320);
    expect(dueMinute(accepted(...paused(60, 50, 90)), 'arrive')).toBe(270);
  });

  it('are taken as long as they may last while they go on', () => {
    const log = accepted(...paused(60, 160));
    expect(dueMinute(log, 'arrive')).toBe(370);
    const seen = (minute: number) => clock(log, 'arrive', minutes(minute)).state;
    expect([seen(60 - MS), seen(60), seen(160 - MS), seen(160), seen(370)]).toEqual(['running', 'paused', 'paused', 'running', 'late']);
  });

  it('stop no clock beyond the third', () => {
    const three = [...paused(60, 70, 70), ...paused(80, 90, 90), ...paused(100, 110, 110)];
    const log = accepted(...three, ...paused(120, 220));
    expect(dueMinute(log, 'arrive')).toBe(300);
    expect(clock(log, 'arrive', minutes(150)).state).toBe('running');
  });

  it('are counted anew after a reopening', () => {
    const policy = { ...POLICY, mostPauses: 1 };
    const log = accepted(
      ...paused(60, 70, 70),
      ['finished', 80],
      ['reopened', 90],
      ['dispatched', 90],
      ['accepted', 100],
      ...paused(110, 210),
    );
    expect(dueMinute(log, 'resolve', policy)).toBe(90 + 1440 + 100);
  });

  it('do not overlap: a pause of what already rests says nothing', () => {
    expect(dueMinute(accepted(...paused(60, 120), ...paused(90, 999), ['resumed', 130]), 'arrive')).toBe(330);
  });

  it('come too late at the very instant at which all is used, and in time one millisecond before', () => {
    expect(dueMinute(accepted(...paused(270, 300)), 'arrive')).toBe(270);
    expect(dueMinute(accepted(...paused(270 - MS, 300)), 'arrive')).toBeCloseTo(300 + MS, 5);
  });

  it('end with whatever takes the order out of its rest', () => {
    const log = accepted(...paused(60, 500), ['returned', 80]);
    expect(dueMinute(log, 'resolve')).toBe(1460);
  });

  it('of before a reopening are none of the new clocks', () => {
    const log = accepted(...paused(60, 70, 70), ['finished', 80], ['reopened', 90], ['dispatched', 90]);
    expect(clock(log, 'resolve').pauses).toEqual([]);
    expect(readClocks(log, POLICY, null, minutes(100))[1]?.pauses).toHaveLength(1);
  });

  it('are not used time', () => {
    const log = accepted(...paused(60, 500, 120), ['arrived', 150]);
    expect(clock(log, 'arrive')).toMatchObject({ state: 'met', usedMs: 60 * MINUTE });
  });

  it('leave a clock alone that was stopped before', () => {
    const log = accepted(['arrived', 60], ...paused(70, 500));
    expect(clock(log, 'arrive')).toMatchObject({ dueAt: minutes(270), pauses: [] });
  });
});

describe('service hours', () => {
  const policy = { ...POLICY, hours: 'service' as const };
  const evening = 9 * 60;

  it('keep arrival and ending of what is not urgent out of the night, and acceptance on the wall', () => {
    const log = logOf(['reported', evening], ['dispatched', evening], ['accepted', evening]);
    // 19:00 + 4 h: one today, three from eight on. 24 h are two days of twelve.
    expect(dueMinute(log, 'arrive', policy, SERVICE_HOURS)).toBe(25 * 60);
    expect(dueMinute(log, 'resolve', policy, SERVICE_HOURS)).toBe(evening + 2 * 1440);
    expect(dueMinute(log, 'accept', policy, SERVICE_HOURS)).toBe(evening + 120);
  });

  it('do not hold for what is urgent, for complaints, or where the policy says always', () => {
    const urgent = logOf(['reported', evening, { urgent: true }], ['dispatched', evening], ['accepted', evening]);
    expect(dueMinute(urgent, 'arrive', policy, SERVICE_HOURS)).toBe(evening + 60);
    expect(dueMinute(logOf(['reported', evening, { kind: 'complaint' }]), 'resolve', policy, SERVICE_HOURS)).toBe(evening + 2880);
    expect(dueMinute(logOf(['reported', evening]), 'resolve', POLICY, SERVICE_HOURS)).toBe(evening + 1440);
    expect(dueMinute(logOf(['reported', evening]), 'resolve', policy, null)).toBe(evening + 1440);
  });

  it('and pauses add up, each minute once', () => {
    const log = logOf(
      ['reported', evening],
      ['dispatched', evening],
      ['accepted', evening],
      ['paused', evening + 30, { untilAt: MONDAY_TEN + DAY }],
      ['resumed', 24 * 60],
      ['arrived', 25 * 60],
    );
    // Half an hour today, then from ten tomorrow on.
    expect(dueMinute(log, 'arrive', policy, SERVICE_HOURS)).toBe(24 * 60 + 210);
    expect(clock(log, 'arrive', minutes(0), policy, SERVICE_HOURS).usedMs).toBe(90 * MINUTE);
  });

  it('that never come are plain time', () => {
    const never: Schedule = { ...SERVICE_HOURS, absences: [{ from: 0, to: MONDAY_TEN + 500 * DAY, label: '停业' }] };
    expect(dueMinute(logOf(REPORTED), 'resolve', policy, never)).toBe(1440);
  });
});

describe('the most urgent clock', () => {
  it('is the one that is due first among those not ended', () => {
    expect(mostUrgent(readClocks(logOf(REPORTED), POLICY, null, minutes(10)))).toMatchObject({
      clock: { key: 'accept' },
      soon: false,
      late: false,
    });
    expect(mostUrgent(readClocks(logOf(REPORTED), POLICY, null, minutes(100)))).toMatchObject({ soon: true, late: false });
    expect(mostUrgent(readClocks(logOf(REPORTED), POLICY, null, minutes(120)))).toMatchObject({ soon: false, late: true });
    expect(mostUrgent(readClocks(accepted(['arrived', 60]), POLICY, null, minutes(100)))?.clock.key).toBe('resolve');
  });

  it('is none once everything ended', () => {
    expect(mostUrgent(readClocks(accepted(['finished', 60]), POLICY, null, minutes(100)))).toBeNull();
  });
});

it('refuses a log that does not begin with the report', () => {
  expect(() => readClocks([], POLICY, null, 0)).toThrow(RangeError);
  expect(() => readClocks(logOf(['accepted', 0]), POLICY, null, HOUR)).toThrow(RangeError);
});
