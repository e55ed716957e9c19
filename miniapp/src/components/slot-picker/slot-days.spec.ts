import { firstDay, slotsOn, weeksOf, whyClosed } from './slot-days';
import { beijing, FULL, slotAt, TOO_LATE } from './visit.fixture';

/** A Wednesday. */
const now = beijing('2026-12-02 10:00');

it('shows whole weeks from Monday to the last one with a time in it', () => {
  const weeks = weeksOf([slotAt('2026-12-05 10:00'), slotAt('2026-12-09 10:00')], now);
  expect(weeks.map((week) => week.map(({ label }) => label))).toEqual([
    ['30', '12/1', '今天', '3', '4', '5', '6'],
    ['7', '8', '9', '10', '11', '12', '13'],
  ]);
});

it('says of each day what can be done with it', () => {
  const slots = [
    slotAt('2026-12-02 10:30', TOO_LATE),
    slotAt('2026-12-03 10:00', FULL),
    slotAt('2026-12-03 11:00', TOO_LATE),
    slotAt('2026-12-05 10:00'),
    slotAt('2026-12-05 14:00', FULL),
    slotAt('2026-12-06 10:00', { seatsLeft: 4 }),
  ];
  const days = weeksOf(slots, now).flat();
  expect(days.map(({ state }) => state)).toEqual(['past', 'past', 'late', 'full', 'closed', 'open', 'open']);
  expect(days.map(({ word }) => word)).toEqual(['', '', '停约', '已满', '休', '余 2', '余 4']);
  expect(days.map(({ bars }) => bars)).toEqual([0, 0, 0, 0, 0, 1, 3]);
  expect(days[5]?.said).toBe('12月5日 周六，还可约 2 席');
  expect(firstDay([days])).toBe('2026-12-05');
});

it('begins with a line to stand in where nothing is free, and with nothing where nothing is open', () => {
  expect(firstDay(weeksOf([slotAt('2026-12-03 10:00', FULL)], now))).toBe('2026-12-03');
  expect(firstDay(weeksOf([slotAt('2026-12-03 10:00', TOO_LATE)], now))).toBe('2026-12-03');
  expect(firstDay(weeksOf([], now))).toBeNull();
  expect(weeksOf([], now)).toHaveLength(1);
});

it('finds the times of a day by the date in Beijing, not in Greenwich', () => {
  const early = slotAt('2026-12-05 07:30');
  expect(early.startsAt).toContain('2026-12-04');
  expect(slotsOn([early], '2026-12-05')).toEqual([early]);
});

it('explains a closed day by what the house said, or plainly', () => {
  const closed = [{ date: '2026-12-08', why: '样板间维护' }];
  expect(whyClosed('2026-12-08', closed)).toBe('这一天不开放：样板间维护');
  expect(whyClosed('2026-12-03', closed)).toBe('这一天没有开放预约的时间');
});
