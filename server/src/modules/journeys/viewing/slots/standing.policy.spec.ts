import fc from 'fast-check';
import { type Limits, type SlotFacts, standingOf } from './standing.policy';

const HOUR = 3_600_000;
const now = Date.parse('2026-11-23T10:00:00+08:00');
const plan: Limits = {
  seats: 4,
  reservedSeats: 1,
  reservedUntilHours: 24,
  minimumNoticeMinutes: 120,
  horizonDays: 30,
  mostOpenPerPerson: 2,
  mostPerPersonAndDay: 1,
};
const nothing: SlotFacts = {
  taken: 0,
  takenGeneral: 0,
  freeHosts: null,
  hostsAtWork: null,
  line: 0,
  lineOfHighIntent: 0,
  highIntent: false,
  open: 0,
  thatDay: 0,
  booked: false,
  waiting: false,
  kept: false,
};
const slotIn = (hours: number) => ({ startsAt: now + hours * HOUR, endsAt: now + (hours + 1) * HOUR });
const asked = (hours: number, facts: Partial<SlotFacts> = {}) => standingOf(plan, slotIn(hours), { ...nothing, ...facts }, now);

describe('one slot for one person', () => {
  it.each([
    [48, {}, 3, null, false],
    [48, { highIntent: true }, 4, null, false],
    // A day before, what nobody of high intent took is everybody's.
    [23, {}, 4, null, false],
    [48, { taken: 3, takenGeneral: 3 }, 0, '已满，可候补', true],
    [48, { taken: 3, takenGeneral: 3, highIntent: true }, 1, null, false],
    [48, { taken: 1, takenGeneral: 0 }, 3, null, false],
    [48, { taken: 4, takenGeneral: 3, highIntent: true }, 0, '已满，可候补', true],
    [48, { freeHosts: 2 }, 2, null, false],
    [48, { taken: 1, takenGeneral: 1, freeHosts: 0, hostsAtWork: 2 }, 0, '已满，可候补', true],
    // Busy with a neighbouring visit: that one may be called off.
    [48, { freeHosts: 0, hostsAtWork: 1 }, 0, '已满，可候补', true],
    [48, { freeHosts: 0, hostsAtWork: 0 }, 0, '顾问都已有安排', false],
    // What is free is for those who wait.
    [48, { line: 1 }, 0, '已满，可候补', true],
    [48, { line: 1, highIntent: true }, 0, '已满，可候补', true],
    [48, { line: 1, booked: true }, 0, '您已约了这个时段', false],
    [48, { line: 1, waiting: true }, 0, '已满，您正在候补', false],
    [48, { line: 0, waiting: true }, 3, null, false],
    // A kept seat that nobody of the line may have.
    [48, { taken: 3, takenGeneral: 3, line: 2, highIntent: true }, 1, null, false],
    [48, { taken: 3, takenGeneral: 3, line: 2, lineOfHighIntent: 1, highIntent: true }, 0, '已满，可候补', true],
    [23, { taken: 3, takenGeneral: 3, line: 2, highIntent: true }, 0, '已满，可候补', true],
    // Too late to offer anything to anybody: whoever comes first.
    [2.05, { line: 1 }, 4, null, false],
    [2.05, { taken: 4, takenGeneral: 4 }, 0, '已满', false],
    [48, { booked: true }, 3, '您已约了这个时段', false],
    [48, { taken: 3, takenGeneral: 3, waiting: true }, 0, '已满，您正在候补', false],
    [48, { taken: 3, takenGeneral: 3, kept: true }, 0, '已为您保留，待确认', false],
    [48, { open: 2 }, 3, '您还有 2 个预约未到访，最多同时预约 2 个', false],
    [48, { thatDay: 1 }, 3, '同一天最多预约 1 次', false],
    [2, {}, 4, null, false],
    [1.99, {}, 0, '需至少提前 2 小时预约', false],
    [-1, {}, 0, '已经开始', false],
    [31 * 24, {}, 0, '只能预约 30 天以内', false],
  ])('in %p hours with %p: %p seats, %p', (hours, facts, seats, reason, waitable) => {
    const { seatsLeft, refusal, waitable: line } = asked(hours, facts);
    expect([seatsLeft, refusal?.text ?? null, line]).toEqual([seats, reason, waitable]);
  });

  it('nobody is promised more than there is, and high intent never sees fewer seats than everybody', () => {
    const numbers = fc.record({
      seats: fc.integer({ min: 1, max: 20 }),
      reservedSeats: fc.integer({ min: 0, max: 20 }),
      taken: fc.integer({ min: 0, max: 20 }),
      general: fc.integer({ min: 0, max: 20 }),
      hours: fc.integer({ min: 3, max: 200 }),
    });
    fc.assert(
      fc.property(numbers, ({ seats, reservedSeats, taken, general, hours }) => {
        const own = { ...plan, seats, reservedSeats };
        const facts = { ...nothing, taken, takenGeneral: Math.min(general, taken) };
        const everybody = standingOf(own, slotIn(hours), facts, now).seatsLeft;
        const hot = standingOf(own, slotIn(hours), { ...facts, highIntent: true }, now).seatsLeft;
        expect(hot).toBeGreaterThanOrEqual(everybody);
        expect(everybody).toBeGreaterThanOrEqual(0);
        expect(hot).toBe(Math.max(0, seats - taken));
      }),
    );
  });
});
