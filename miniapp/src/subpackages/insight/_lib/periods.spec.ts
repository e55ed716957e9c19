import { monthRangeOf, rangeOf, sayRange } from './periods';

/** 今天 是 2027-01-03，北京时间 00:30。 */
const NOW = Date.parse('2027-01-02T16:30:00Z');

it.each([
  ['week', '2026-12-27T16:00:00.000Z', '2027-01-03T16:00:00.000Z', '12月28日–1月3日'],
  ['days30', '2026-12-04T16:00:00.000Z', '2027-01-03T16:00:00.000Z', '12月5日–1月3日'],
  ['month', '2026-12-31T16:00:00.000Z', '2027-01-03T16:00:00.000Z', '1月1日–1月3日'],
  ['lastMonth', '2026-11-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z', '12月1日–12月31日'],
] as const)('%s is made of whole Beijing days', (period, from, to, said) => {
  expect(rangeOf(period, NOW)).toEqual({ from, to });
  expect(sayRange({ from, to })).toBe(said);
});

it('names one day once', () => {
  expect(sayRange(rangeOf('month', Date.parse('2026-12-01T03:00:00Z')))).toBe('12月1日');
});

it.each([
  ['months3', '2026-10-31T16:00:00.000Z'],
  ['months6', '2026-07-31T16:00:00.000Z'],
  ['months12', '2026-01-31T16:00:00.000Z'],
  ['year', '2026-12-31T16:00:00.000Z'],
] as const)('%s begins with a month', (period, from) => {
  expect(monthRangeOf(period, NOW)).toEqual({ from, to: '2027-01-03T16:00:00.000Z' });
});
