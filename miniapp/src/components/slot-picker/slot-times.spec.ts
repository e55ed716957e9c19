import { saySlot, saySpan } from './say-day';
import { reasonsOf, roomWords, slotUse, timeGroups } from './slot-times';
import { beijing, FULL, slotAt, TOO_LATE } from './visit.fixture';

it('speaks of morning, afternoon and evening as people do', () => {
  const slots = ['17:00', '09:00', '12:00', '11:30'].map((clock) => slotAt(`2026-12-05 ${clock}`));
  const groups = timeGroups(slots).map(({ title, slots: of }) => [title, of.map(({ id }) => id.slice(11))]);
  expect(groups).toEqual([
    ['上午', ['09:00', '11:30']],
    ['下午', ['12:00']],
    ['傍晚', ['17:00']],
  ]);
});

it('says how much room there is, and why there is none only once', () => {
  const [free, full, late] = [slotAt('2026-12-05 10:00'), slotAt('2026-12-05 11:00', FULL), slotAt('2026-12-05 12:00', TOO_LATE)];
  expect([free, full, late].map((slot) => [slotUse(slot), roomWords(slot)])).toEqual([
    ['book', '余 2 席'],
    ['wait', '已满，可候补'],
    ['none', '不可约'],
  ]);
  expect(reasonsOf([free, full, late, late])).toEqual(['需至少提前 2 小时预约']);
});

it('names a time as a button does', () => {
  const now = beijing('2026-12-02 10:00');
  const said = ['2026-12-02 16:00', '2026-12-03 10:00', '2026-12-05 10:00', '2026-12-08 23:00', '2026-12-09 10:00'];
  expect(said.map((start) => saySlot(beijing(start), now))).toEqual([
    '今天 16:00',
    '明天 10:00',
    '周六 10:00',
    '周二 23:00',
    '12月9日 10:00',
  ]);
  expect(saySpan(beijing('2026-12-05 10:00'), beijing('2026-12-05 11:30'))).toBe('10:00–11:30');
});
