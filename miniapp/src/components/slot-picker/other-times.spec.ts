import { otherTimes } from './other-times';
import { slotUse } from './slot-times';
import { FULL, slotAt, TOO_LATE, viewingAt } from './visit.fixture';

it('offers times of the same kind, not the one it has, and no line to stand in', () => {
  const slots = [
    slotAt('2026-12-05 10:00'),
    slotAt('2026-12-05 11:00', FULL),
    slotAt('2026-12-05 14:00'),
    slotAt('2026-12-05 15:30', { bookable: false, reason: '您还有 1 个预约未到访，最多同时预约 1 个' }),
    slotAt('2026-12-05 16:00', { ...TOO_LATE, seatsLeft: 0 }),
    slotAt('2026-12-05 15:00', { kind: 'site-open-day' }),
  ];
  const offered = otherTimes(slots, viewingAt('2026-12-05 10:00'));
  expect(offered.map((slot) => [slot.id.slice(11), slotUse(slot), slot.reason])).toEqual([
    ['10:00', 'none', '现在约的就是这个时间'],
    ['11:00', 'none', '已约满'],
    ['14:00', 'book', null],
    ['15:30', 'book', null],
    ['16:00', 'none', '需至少提前 2 小时预约'],
  ]);
});
