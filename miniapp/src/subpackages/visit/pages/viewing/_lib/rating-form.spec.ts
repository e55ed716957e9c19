import { EMPTY_RATING, ratingOf, tagsFor } from './rating-form';

it('asks for what fits the stars', () => {
  expect(tagsFor(0)).toEqual([]);
  expect(tagsFor(5)).toEqual(['讲解清楚', '接待热情', '没有催促']);
  expect(tagsFor(1)).toEqual(['等了太久', '不够专业', '房源与介绍不符']);
  expect(tagsFor(3)).toHaveLength(6);
});

it('leaves behind what belonged to another number of stars', () => {
  const changed = { ...EMPTY_RATING, stars: 5, tags: ['等了太久', '接待热情'], words: ' ' };
  expect(ratingOf(changed)).toEqual({ stars: 5, tags: ['接待热情'] });
  expect(ratingOf({ ...changed, stars: 1, words: ' 停车难 ' })).toEqual({ stars: 1, tags: ['等了太久'], words: '停车难' });
});
