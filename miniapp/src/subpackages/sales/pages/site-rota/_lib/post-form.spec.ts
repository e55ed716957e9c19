import type { SitePost } from '@guihu/shared';
import { EMPTY_POST, faultsOf, namesIn, postOf, withoutPost } from './post-form';

const post = (name: string, from = '09:00'): SitePost => ({ duty: 'cleaning', name, from, to: '18:00', note: null });

it('asks for duty, name and an end after the beginning, and gives the post once they are there', () => {
  expect(Object.keys(faultsOf({ ...EMPTY_POST, to: '09:00' }))).toEqual(['duty', 'name', 'time']);
  expect(postOf(EMPTY_POST)).toBeNull();
  expect(postOf({ ...EMPTY_POST, duty: 'cleaning', name: ' 李秀英 ', note: ' ' })).toEqual(post('李秀英'));
});

it('offers each name once, and takes away one post only', () => {
  const day = { day: '1', posts: [post('李秀英'), post('李秀英', '13:00'), post('周阿姨')], changed: false, version: 1 };
  expect(namesIn([day, day])).toEqual(['李秀英', '周阿姨']);
  expect(withoutPost(day.posts, post('李秀英'))).toEqual([post('李秀英', '13:00'), post('周阿姨')]);
});
