import fc from 'fast-check';
import { finishedBy, type RecordedContact, satisfies, type TaskWindow } from './satisfaction.policy';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STARTED = Date.parse('2026-11-23T10:00:35+08:00');

const task = (step: Partial<TaskWindow['step']> = {}, dueAt = STARTED + 24 * HOUR): TaskWindow => ({
  startedAt: STARTED,
  dueAt,
  step: { methods: [], needsConnection: false, countsFromMinutesBefore: null, ...step },
});
const call = (occurredAt: number, over: Partial<RecordedContact> = {}): RecordedContact => ({
  occurredAt,
  method: 'phone',
  connected: true,
  ...over,
});

describe('a record satisfies a task', () => {
  it('by one of the ways it names', () => {
    expect(satisfies(call(STARTED + MINUTE), task({ methods: ['phone'] }))).toBe(true);
    expect(satisfies(call(STARTED + MINUTE), task({ methods: ['wechat', 'sms'] }))).toBe(false);
  });

  it('only when the customer was reached, if that is what it takes', () => {
    expect(satisfies(call(STARTED + MINUTE, { connected: false }), task())).toBe(true);
    expect(satisfies(call(STARTED + MINUTE, { connected: false }), task({ needsConnection: true }))).toBe(false);
  });

  it('not by a contact from before it was asked for; the minute itself counts, as forms know no seconds', () => {
    expect(satisfies(call(STARTED - 35_000), task())).toBe(true);
    expect(satisfies(call(STARTED - 35_001), task())).toBe(false);
  });

  it('from its window on: the revisit of tomorrow is not done by a second call today', () => {
    const revisit = task({ countsFromMinutesBefore: 12 * 60 });
    expect(satisfies(call(STARTED + 2 * HOUR), revisit)).toBe(false);
    expect(satisfies(call(STARTED + 12 * HOUR), revisit)).toBe(true);
    expect(satisfies(call(STARTED + 90 * HOUR), revisit)).toBe(true);
  });

  const tasks = fc.array(
    fc.record({
      startedAt: fc.constant(STARTED),
      dueAt: fc.integer({ min: STARTED, max: STARTED + 100 * HOUR }),
      step: fc.record({
        methods: fc.subarray(['phone', 'wechat', 'visit']),
        needsConnection: fc.boolean(),
        countsFromMinutesBefore: fc.option(fc.nat(3000)),
      }),
    }),
    { maxLength: 8 },
  );
  const records = fc.record({
    occurredAt: fc.integer({ min: STARTED - 5 * HOUR, max: STARTED + 200 * HOUR }),
    method: fc.constantFrom('phone', 'wechat', 'visit', 'sms'),
    connected: fc.boolean(),
  });

  it('finishes all tasks it satisfies, the earliest of them always, and no other', () => {
    fc.assert(
      fc.property(records, tasks, (record, open) => {
        const finished = finishedBy(record, open);
        const fitting = open.filter((each) => satisfies(record, each)).sort((a, b) => a.dueAt - b.dueAt);
        if (fitting[0]) expect(finished).toContain(fitting[0]);
        expect(finished.every((each) => fitting.includes(each))).toBe(true);
      }),
    );
  });

  it('a contact that comes later, or succeeds, never finishes less', () => {
    fc.assert(
      fc.property(records, tasks, fc.nat(50 * HOUR), (record, open, later) => {
        const finished = finishedBy(record, open);
        expect(finishedBy({ ...record, occurredAt: record.occurredAt + later }, open)).toEqual(expect.arrayContaining(finished));
        expect(finishedBy({ ...record, connected: true }, open)).toEqual(expect.arrayContaining(finished));
      }),
    );
  });
});
