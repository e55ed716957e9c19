import { dayAfter, sayDay } from './days';

const NOW = Date.parse('2026-11-29T17:00:00Z'); // already Monday, 01:00 in Beijing

it('names a day as people do, by the date in Beijing', () => {
  expect(sayDay('2026-11-30', NOW)).toBe('今天 11月30日 周一');
  expect(sayDay('2026-11-29', NOW)).toBe('昨天 11月29日 周日');
  expect(sayDay('2026-12-05', NOW)).toBe('12月5日 周六');
});

it('goes over the ends of months and years', () => {
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(dayAfter('2028-03-01', -1)).toBe('2028-02-29');
});
