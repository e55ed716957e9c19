import { BEIJING_OFFSET_MS, type TimeRange } from '@guihu/shared';
import fc from 'fast-check';
import { isWorking, makeShift, type Schedule, statutoryCalendar } from '../../../platform/working-time';
import { gapsOf, type Planned, presenceOf, stretchesOf } from './rota.policy';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const MIDNIGHT = Date.parse('2026-11-23T00:00:00+08:00');
const DAYS = 10;

const range = (mostHours: number): fc.Arbitrary<TimeRange> =>
  fc
    .tuple(fc.integer({ min: 0, max: DAYS * 24 }), fc.integer({ min: 1, max: mostHours }))
    .map(([start, hours]) => ({ from: MIDNIGHT + start * HOUR, to: MIDNIGHT + (start + hours) * HOUR }));

const WEEKS: Record<string, { from: string; to: string }[]>[] = [
  { 1: [{ from: '09:00', to: '18:00' }], 3: [{ from: '22:00', to: '06:00' }] },
  { 1: [{ from: '00:00', to: '24:00' }], 2: [{ from: '00:00', to: '24:00' }], 6: [{ from: '10:00', to: '12:00' }] },
];

const planned: fc.Arbitrary<Planned> = fc
  .record({
    turns: fc.array(range(24), { maxLength: 6 }),
    leaves: fc.array(range(60), { maxLength: 3 }),
    week: fc.constantFrom(null, ...WEEKS),
  })
  .map(({ turns, leaves, week }) => {
    const away = leaves.map((leave) => ({ ...leave, label: '请假' })).sort((a, b) => a.from - b.from);
    const schedule: Schedule | null = week && { name: '班次', calendar: statutoryCalendar, shift: makeShift('班', week), absences: away };
    return { turns, leaves: away, schedule };
  });

const hour = fc.integer({ min: 0, max: DAYS * 24 }).map((h) => MIDNIGHT + h * HOUR);
const dayOf = (instant: number) => Math.floor((instant + BEIJING_OFFSET_MS) / DAY);
const within = (ranges: readonly TimeRange[], at: number) => ranges.some((each) => each.from <= at && at < each.to);

/** The rule as one would say it, instant by instant. */
function thereAt({ turns, leaves, schedule }: Planned, at: number): boolean {
  if (within(leaves, at)) return false;
  const rotaDay = turns.some((turn) => dayOf(turn.from) <= dayOf(at) && dayOf(turn.to - 1) >= dayOf(at));
  return rotaDay ? within(turns, at) : schedule !== null && isWorking(schedule, at);
}

describe('the rota', () => {
  it('says at each hour what the rule says', () => {
    fc.assert(
      fc.property(planned, hour, (plan, at) => {
        const presence = presenceOf(plan, at);
        expect(presence.inShift).toBe(thereAt(plan, at));
        expect(presence.onLeave).toBe(within(plan.leaves, at));
        expect(presence.inShift).toBe(presence.clockStartsAt === at);
      }),
    );
  });

  it('starts a clock at the first instant at which the colleague is there, and nobody is there before', () => {
    fc.assert(
      fc.property(planned, hour, (plan, at) => {
        const { clockStartsAt, endsAt } = presenceOf(plan, at);
        const until = clockStartsAt ?? at + DAYS * DAY;
        for (let t = at; t < until && t < at + 20 * DAY; t += HOUR) expect(thereAt(plan, t)).toBe(false);
        if (clockStartsAt !== null) expect(thereAt(plan, clockStartsAt)).toBe(true);
        if (endsAt !== null) expect([thereAt(plan, endsAt - HOUR), thereAt(plan, endsAt)]).toEqual([true, false]);
      }),
    );
  });

  it('has gaps exactly where nobody is there, sorted, apart and inside what was asked', () => {
    fc.assert(
      fc.property(fc.array(planned, { maxLength: 4 }), hour, fc.integer({ min: 1, max: 72 }), (people, from, hours) => {
        const to = from + hours * HOUR;
        const gaps = gapsOf(people, from, to);
        for (let at = from; at < to; at += HOUR) expect(within(gaps, at)).toBe(!people.some((each) => thereAt(each, at)));
        for (const [i, gap] of gaps.entries()) {
          expect(gap.from).toBeGreaterThanOrEqual(i === 0 ? from : (gaps[i - 1] as TimeRange).to + 1);
          expect(gap.to).toBeGreaterThan(gap.from);
          expect(gap.to).toBeLessThanOrEqual(to);
        }
      }),
    );
  });

  it('is the same whatever the order in which its turns were written', () => {
    fc.assert(
      fc.property(planned, hour, (plan, at) => {
        const turned = { ...plan, turns: [...plan.turns].reverse() };
        expect(presenceOf(turned, at)).toEqual(presenceOf(plan, at));
        expect(stretchesOf(turned, at, at + 3 * DAY)).toEqual(stretchesOf(plan, at, at + 3 * DAY));
      }),
    );
  });
});
