import { leaveRange } from './leave.policy';

const now = Date.parse('2026-11-23T10:00:00+08:00');
const take = (fromAt: string, toAt: string) => leaveRange({ fromAt, toAt }, now);

describe('a leave', () => {
  it('may begin earlier today and end in a year', () => {
    expect(take('2026-11-23T00:00:00+08:00', '2026-11-23T12:00:00+08:00')).toEqual({
      from: Date.parse('2026-11-22T16:00:00Z'),
      to: Date.parse('2026-11-23T04:00:00Z'),
    });
    expect(() => take('2026-11-24T00:00:00+08:00', '2027-11-25T00:00:00+08:00')).not.toThrow();
  });

  it.each([
    ['2026-11-22T23:59:59+08:00', '2026-11-24T00:00:00+08:00', '今天以前'],
    ['2026-11-24T09:00:00+08:00', '2026-11-24T09:00:00+08:00', '晚于开始'],
    ['2026-11-23T08:00:00+08:00', '2026-11-23T10:00:00+08:00', '晚于现在'],
    ['2026-11-24T00:00:00+08:00', '2027-11-25T00:00:01+08:00', '最长一年'],
    ['2030-11-24T00:00:00+08:00', '2030-11-25T00:00:00+08:00', '太远'],
  ])('from %s to %s is refused', (fromAt, toAt, sentence) => {
    expect(() => take(fromAt, toAt)).toThrow(sentence);
  });
});
