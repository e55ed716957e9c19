import { promiseOf, stepsOf } from './visit-words.policy';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TEN = Date.parse('2026-11-30T10:00:00+08:00');
const visit: Parameters<typeof promiseOf>[0] = {
  kind: 'event',
  status: 'checked-in',
  starts_at: TEN,
  ends_at: TEN + 60 * MINUTE,
  created_at: TEN - DAY,
  checked_in_at: TEN + 10 * MINUTE,
  completed_at: null,
  cancelled_at: null,
  stars: null,
};

describe('what a visitor reads of a visit', () => {
  it('nobody is being received when the visit is over, also where the host wrote nothing down', () => {
    expect(promiseOf(visit, '林晓', TEN + 69 * MINUTE, true)).toBe('林晓正在接待您');
    expect(promiseOf(visit, '林晓', TEN + 70 * MINUTE, true)).toBe('感谢到访，欢迎您评价这次接待');
    expect(promiseOf(visit, null, TEN + 7 * DAY, false)).toBe('感谢到访');
    expect(promiseOf({ ...visit, stars: 4 }, '林晓', TEN + DAY, true)).toBe('感谢您的评价');
    expect(stepsOf(visit, '林晓', TEN + 69 * MINUTE).map(({ state }) => state)).toEqual(['done', 'done', 'now', 'next']);
    expect(stepsOf(visit, '林晓', TEN + 70 * MINUTE).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'now']);
  });

  it('whoever missed it is invited for the rest of that day only', () => {
    const missed = { ...visit, status: 'no-show' as const, checked_in_at: null };
    expect(promiseOf(missed, '林晓', TEN + 14 * 60 * MINUTE - 1, true)).toContain('今天到访');
    expect(promiseOf(missed, '林晓', TEN + 14 * 60 * MINUTE, true)).toBe('没有等到您，随时欢迎再约');
  });
});
