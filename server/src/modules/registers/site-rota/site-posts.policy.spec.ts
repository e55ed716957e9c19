import type { SitePost } from '@guihu/shared';
import { copiedDays, dayRefused, faultsOfPosts, postsOn } from './site-posts.policy';

const post = (name: string, from = '09:00', to = '18:00', duty: SitePost['duty'] = 'cleaning'): SitePost => ({
  duty,
  name,
  from,
  to,
  note: null,
});
/** A Saturday. */
const SATURDAY = '2026-11-28';

describe('who stands on a day', () => {
  it('is whom its weekday names, until the date has posts of its own', () => {
    const planned = new Map([['6', [post('李秀英')]]]);
    expect(postsOn(planned, SATURDAY).map(({ name }) => name)).toEqual(['李秀英']);
    expect(postsOn(planned, '2026-11-29')).toEqual([]);
    expect(postsOn(planned.set(SATURDAY, []), SATURDAY)).toEqual([]);
  });

  it('comes in the order of the duties, earliest first', () => {
    const posts = [
      post('乙', '13:00', '18:00'),
      post('丙', '08:00', '20:00', 'security'),
      post('甲', '09:00', '12:00'),
      post('丁', '10:00', '11:00', 'steward'),
    ];
    expect(postsOn(new Map([['6', posts]]), SATURDAY).map(({ name }) => name)).toEqual(['丁', '甲', '乙', '丙']);
  });
});

describe('posts of a day are refused', () => {
  it.each([
    ['a time that is none', [post('甲', '9:00')], 'posts.0.from'],
    ['an end before the beginning', [post('甲', '20:00', '08:00')], 'posts.0.to'],
    ['one person twice on one duty', [post('甲', '09:00', '12:00'), post('甲', '11:00', '14:00')], 'posts.1.from'],
    ['more than a day holds', Array.from({ length: 21 }, (_, n) => post(`甲${n}`)), 'posts'],
  ])('for %s', (_, posts, field) => {
    expect(faultsOfPosts(posts).map((fault) => fault.field)).toEqual([field]);
  });

  it('but not for two who stand together, nor for one who has two duties', () => {
    expect(faultsOfPosts([post('甲'), post('乙'), post('甲', '09:00', '18:00', 'drinks'), post('甲', '18:00', '24:00')])).toEqual([]);
  });
});

describe('a day can be planned', () => {
  it('unless it is over, far away, or none', () => {
    const today = SATURDAY;
    expect([today, '2027-11-29', '1', '7'].map((day) => dayRefused(day, today))).toEqual([null, null, null, null]);
    expect(['2026-11-27', '2027-11-30', '2026-02-30', '8'].every((day) => dayRefused(day, today) !== null)).toBe(true);
  });

  it('as the week before was, from today on', () => {
    const planned = new Map([
      ['2026-11-24', [post('甲')]],
      ['2026-11-26', [post('乙')]],
    ]);
    const copied = copiedDays(planned, '2026-11-30', '2026-12-02');
    expect(copied.map(({ day }) => day)).toEqual(['2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06']);
    expect(copied.map(({ posts }) => posts?.[0]?.name ?? null)).toEqual([null, '乙', null, null, null]);
  });
});
