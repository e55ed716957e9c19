import { DEFAULT_SERVICE_POLICY, type ServicePolicy } from '@guihu/shared';
import fc from 'fast-check';
import { MONDAY_TEN } from '../../../../../test/factories/choice.factory';
import { anyLog, append, carryOut, DAY, event, HOUR, MINUTE, SERVICE_HOURS } from '../../../../../test/factories/work-order-log.factory';
import { betweenWorking } from '../../../../platform/working-time';
import type { WorkOrderEventData, WorkOrderLog } from '../work-order-log';
import { type Clock, readClocks } from './clock.policy';
import { replay } from './sla-replay.policy';
import { readStanding } from './standing.policy';
import { dueNow, nextTick } from './ticks.policy';

const RUNS = { numRuns: 150 };

const policy: fc.Arbitrary<ServicePolicy> = fc
  .record({
    acceptMinutes: fc.integer({ min: 1, max: 1440 }),
    managerAfterMinutes: fc.integer({ min: 1, max: 1440 }),
    arriveMinutes: fc.integer({ min: 5, max: 2000 }),
    resolveMinutes: fc.integer({ min: 10, max: 10_000 }),
    warnAtPercent: fc.integer({ min: 10, max: 99 }),
    mostPauses: fc.integer({ min: 0, max: 4 }),
    longestPauseMinutes: fc.integer({ min: 5, max: 9000 }),
    revisitAfterHours: fc.integer({ min: 1, max: 100 }),
    closeAfterDays: fc.integer({ min: 1, max: 5 }),
    hours: fc.constantFrom('always', 'service'),
  })
  .map((numbers) => ({ ...DEFAULT_SERVICE_POLICY, ...numbers }) as ServicePolicy);

const read = (log: WorkOrderLog, numbers: ServicePolicy, now: number) => readClocks(log, numbers, SERVICE_HOURS, now);
const endOf = (log: WorkOrderLog) => log.at(-1)!.at;
/** Without what depends on when it is looked at. */
const timeless = (clocks: readonly Clock[]) => clocks.map(({ state: _state, soon: _soon, ...rest }) => rest);

describe('a replay of the log', () => {
  it('up to any event tells the beginning of the same story: what ended by then reads the same for ever', () => {
    fc.assert(
      fc.property(anyLog, policy, (log, numbers) => {
        const whole = read(log, numbers, endOf(log));
        for (let length = 1; length < log.length; length++) {
          const early = read(log.slice(0, length), numbers, endOf(log));
          expect(early.length).toBeLessThanOrEqual(whole.length);
          early.forEach((clock, i) => {
            if (clock.ended) expect(clock).toEqual(whole[i]);
            else expect(clock).toMatchObject({ key: whole[i]!.key, startedAt: whole[i]!.startedAt, startSeq: whole[i]!.startSeq });
          });
        }
      }),
      RUNS,
    );
  });

  it('does not depend on when it is looked at, except for the state', () => {
    fc.assert(
      fc.property(anyLog, policy, fc.nat(30 * DAY), fc.nat(30 * DAY), (log, numbers, a, b) => {
        expect(timeless(read(log, numbers, MONDAY_TEN + a))).toEqual(timeless(read(log, numbers, MONDAY_TEN + b)));
      }),
      RUNS,
    );
  });

  it('with the policy that orders live by changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyLog, { maxLength: 4 }), policy, fc.nat(20 * DAY), (logs, numbers, later) => {
        const orders = logs.map((events, i) => ({ id: String(i), number: `BX${i}`, events }));
        const view = replay(orders, numbers, { ...numbers }, SERVICE_HOURS, MONDAY_TEN + later);
        expect(view.changed).toEqual([]);
        for (const clock of view.clocks) expect(clock.draft).toEqual(clock.now);
      }),
      { numRuns: 80 },
    );
  });
});

/** Minutes that a clock may have; an arrival has half an hour where the owner asked for a time. */
function grantsOf({ key }: Clock, log: WorkOrderLog, numbers: ServicePolicy): number[] {
  const { kind, urgent } = readStanding(log).report;
  if (key === 'accept') return [urgent ? numbers.urgentAcceptMinutes : numbers.acceptMinutes];
  if (key === 'respond') return [numbers.respondMinutes];
  if (key === 'arrive') return [urgent ? numbers.urgentArriveMinutes : numbers.arriveMinutes, 30];
  if (kind !== 'repair') return [numbers.complaintResolveMinutes];
  return [urgent ? numbers.urgentResolveMinutes : numbers.resolveMinutes];
}

describe('a due time', () => {
  it('comes after its start, is reached without a gap, and is exactly what the policy grants', () => {
    fc.assert(
      fc.property(anyLog, policy, (log, numbers) => {
        for (const clock of read(log, numbers, endOf(log))) {
          expect(clock.warnAt).toBeLessThanOrEqual(clock.dueAt);
          const { stretches } = clock;
          expect(stretches[0]?.from).toBe(clock.startedAt);
          stretches.slice(1).forEach((stretch, i) => {
            expect(stretch.from).toBe(stretches[i]!.to);
          });
          // What is used up exactly at closing time is due when work goes on.
          expect(stretches.at(-1)?.to).toBe(clock.dueAt);
          expect(stretches.every((stretch) => stretch.from < stretch.to)).toBe(true);
          const counted = stretches.reduce((sum, { from, to, why }) => sum + (why === null ? to - from : 0), 0);
          expect(grantsOf(clock, log, numbers)).toContain(counted / MINUTE);
          if (clock.ended === 'done') expect(clock.state === 'met').toBe(clock.stoppedAt! < clock.dueAt);
          if (clock.state === 'met') expect(clock.usedMs).toBeLessThanOrEqual(counted);
        }
      }),
      RUNS,
    );
  });

  it('is never earlier for a longer pause', () => {
    const wish = fc.option(fc.integer({ min: -DAY, max: 3 * DAY }));
    const gaps = fc.tuple(fc.nat(20 * HOUR), fc.nat(20 * HOUR), fc.nat(4 * DAY), fc.nat(4 * DAY));
    fc.assert(
      fc.property(
        fc.constantFrom('repair', 'complaint'),
        wish,
        gaps,
        policy,
        fc.boolean(),
        (kind, wished, [a, b, rest, more], numbers, open) => {
          const report = {
            kind,
            urgent: false,
            preferredAt: wished === null ? null : MONDAY_TEN + wished,
          } as WorkOrderEventData['reported'];
          const held = append(append([event(1, MONDAY_TEN, 'reported', report)], MONDAY_TEN, 'dispatched'), MONDAY_TEN + a, 'accepted');
          const pausedAt = MONDAY_TEN + a + b;
          const dueAfter = (length: number) => {
            const untilAt = pausedAt + (open ? length : 9 * DAY);
            const paused = append(held, pausedAt, 'paused', { untilAt });
            const log = open ? paused : append(paused, pausedAt + length, 'resumed');
            return read(log, numbers, pausedAt).map((clock) => [clock.dueAt, clock.warnAt]);
          };
          const [short, long] = [dueAfter(rest), dueAfter(rest + more)];
          short.forEach(([due, warn], i) => {
            expect(long[i]![0]).toBeGreaterThanOrEqual(due!);
            expect(long[i]![1]).toBeGreaterThanOrEqual(warn!);
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('within service hours is never in the night', () => {
    fc.assert(
      fc.property(fc.nat(7 * DAY), policy, (start, numbers) => {
        const log = [event(1, MONDAY_TEN + start, 'reported')];
        const resolve = read(log, { ...numbers, hours: 'service' }, 0).find((clock) => clock.key === 'resolve')!;
        expect(betweenWorking(SERVICE_HOURS, resolve.startedAt, resolve.dueAt)).toBe(numbers.resolveMinutes * MINUTE);
        expect(betweenWorking(SERVICE_HOURS, resolve.dueAt, resolve.dueAt + 1)).toBe(1);
      }),
      { numRuns: 80 },
    );
  });
});

/** Everything owed at `now` is done, as the clock's service does it. */
const settle = (log: WorkOrderLog, numbers: ServicePolicy, now: number): WorkOrderLog =>
  dueNow(log, numbers, SERVICE_HOURS, now).reduce<WorkOrderLog>((done, tick) => carryOut(done, tick, now), log);

describe('what is owed', () => {
  it('is owed once: done at any later moment, nothing of it is left, and what comes next lies ahead', () => {
    fc.assert(
      fc.property(anyLog, policy, fc.nat(12 * DAY), (log, numbers, later) => {
        const now = endOf(log) + later;
        const settled = settle(log, numbers, now);
        expect(dueNow(settled, numbers, SERVICE_HOURS, now)).toEqual([]);
        const next = nextTick(settled, numbers, SERVICE_HOURS, now);
        if (next) expect(next.at).toBeGreaterThan(now);
      }),
      { numRuns: 300 },
    );
  });

  it('is told in order, and the next is the first of all', () => {
    fc.assert(
      fc.property(anyLog, policy, fc.nat(12 * DAY), (log, numbers, later) => {
        const now = endOf(log) + later;
        const owed = dueNow(log, numbers, SERVICE_HOURS, now);
        expect(owed.map((tick) => tick.at)).toEqual(owed.map((tick) => tick.at).sort((a, b) => a - b));
        if (owed[0]) expect(nextTick(log, numbers, SERVICE_HOURS, now)).toEqual(owed[0]);
      }),
      RUNS,
    );
  });

  it('is never nothing for an open order; a cancelled one, and a closed one that was rated or rung about, owe nothing (J18)', () => {
    fc.assert(
      fc.property(anyLog, policy, fc.nat(12 * DAY), (log, numbers, later) => {
        for (const each of [log, settle(log, numbers, endOf(log) + later)]) {
          const { status, open, rated, run } = readStanding(each);
          const next = nextTick(each, numbers, SERVICE_HOURS, endOf(each));
          const rung = run.some((step) => step.event.type === 'revisit-opened');
          if (open || status === 'resolved') expect(next).not.toBeNull();
          if (status === 'cancelled' || (status === 'closed' && (rated || rung))) expect(next).toBeNull();
        }
      }),
      RUNS,
    );
  });

  it('leads through the days one instant after the other, and a finished order comes to rest', () => {
    fc.assert(
      fc.property(anyLog, policy, (log, numbers) => {
        let [done, now]: [WorkOrderLog, number] = [log, endOf(log)];
        done = settle(done, numbers, now);
        for (let i = 0; i < 12; i++) {
          const next = nextTick(done, numbers, SERVICE_HOURS, now);
          if (!next) break;
          expect(next.at).toBeGreaterThan(now);
          now = next.at;
          const after = settle(done, numbers, now);
          expect(after.length).toBeGreaterThan(done.length);
          done = after;
        }
        const { open } = readStanding(done);
        if (!open) expect(nextTick(done, numbers, SERVICE_HOURS, now)).toBeNull();
      }),
      { numRuns: 80 },
    );
  });
});
