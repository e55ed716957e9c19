import type { HomeView } from '@guihu/shared';
import { faultsOfStory, homeOf, NEW_STORY, storyOf } from './story-form';

const WORDS = '搬进来的第一个冬天，楼下的蜡梅开了，管家每天早上扫雪。';
const FORM = { ...NEW_STORY, title: ' 第一个冬天 ', words: WORDS, agreed: true };
const HOMES = [{ unitId: 'a' }, { unitId: 'b' }] as HomeView[];

it('says what is missing under each field', () => {
  expect(Object.keys(faultsOfStory(NEW_STORY))).toEqual(['title', 'words', 'agreed']);
  expect(faultsOfStory(FORM)).toEqual({});
  expect(faultsOfStory({ ...FORM, words: '好'.repeat(2_001) })).toEqual({ words: expect.stringContaining('2000') });
});

it('is told of the chosen home, else of the first', () => {
  expect([homeOf(FORM, HOMES)?.unitId, homeOf({ ...FORM, unitId: 'b' }, HOMES)?.unitId, homeOf(FORM, [])]).toEqual(['a', 'b', null]);
});

it('leaves out what was not given', () => {
  expect(storyOf(FORM, HOMES[0] as HomeView, [])).toEqual({
    unitId: 'a',
    title: '第一个冬天',
    words: WORDS,
    byline: 'masked',
    agreed: true,
  });
  expect(storyOf({ ...FORM, stars: 4 }, HOMES[0] as HomeView, ['u'])).toMatchObject({ stars: 4, uploadIds: ['u'] });
});
