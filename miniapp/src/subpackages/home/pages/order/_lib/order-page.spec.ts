import { orderBar } from './order-bar';
import { orderPauseMs } from './order-poll';
import { EMPTY_RATING, missingInRating, ratingOf, tagsFor } from './rating-form';

const none: Parameters<typeof orderBar>[0] = { allowed: [], urgeHint: null, kind: 'repair' };
const bar = (order: Parameters<typeof orderBar>[0]) => orderBar(order).map(({ text, disabled }) => (disabled ? `(${text})` : text));

describe('the buttons of an order', () => {
  it('are those that are allowed, the likeliest at the thumb', () => {
    expect(bar({ ...none, allowed: ['urge', 'cancel'] })).toEqual(['取消报修', '催单']);
    expect(bar({ ...none, allowed: ['rate', 'reopen'] })).toEqual(['没修好，重新处理', '评价']);
    expect(bar({ ...none, kind: 'complaint', allowed: ['reopen', 'cancel'] })).toEqual(['取消投诉', '没解决，重新处理']);
    expect(bar(none)).toEqual([]);
  });

  it('show urging also while it has to wait, without letting it be tapped', () => {
    expect(bar({ ...none, allowed: ['cancel'], urgeHint: '10:30 后可以再催' })).toEqual(['取消报修', '(催单)']);
  });
});

it('asks often right after sending, seldom later and never once it is over', () => {
  expect(orderPauseMs('received', 0)).toBe(3_000);
  expect(orderPauseMs('dispatched', 60_000)).toBe(20_000);
  expect(orderPauseMs('working', 0)).toBe(20_000);
  expect(orderPauseMs('resolved', 0)).toBe(60_000);
  expect(orderPauseMs('closed', 0)).toBeNull();
});

describe('a rating', () => {
  it('asks after few stars whether the thing itself is mended', () => {
    expect(missingInRating(EMPTY_RATING)).toBe('请先点星星打分');
    expect(missingInRating({ ...EMPTY_RATING, stars: 2 })).toBe('请告诉我们问题解决了没有');
    expect(missingInRating({ ...EMPTY_RATING, stars: 2, stillBroken: false })).toBeNull();
    expect(missingInRating({ ...EMPTY_RATING, stars: 3 })).toBeNull();
  });

  it('leaves behind what belonged to another number of stars', () => {
    expect(tagsFor(3)).toHaveLength(10);
    const changed = { stars: 5, tags: ['没修好', '技术好'], comment: ' ', stillBroken: true };
    expect(ratingOf(changed)).toEqual({ stars: 5, tags: ['技术好'] });
    expect(ratingOf({ ...changed, stars: 1, comment: '还在漏' })).toEqual({
      stars: 1,
      tags: ['没修好'],
      comment: '还在漏',
      stillBroken: true,
    });
  });
});
