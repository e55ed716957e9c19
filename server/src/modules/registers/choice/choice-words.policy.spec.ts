import { colleague } from '../../../../test/factories/choice.factory';
import { type ChoiceView, joined, sayCandidates } from './choice-words.policy';
import type { ChoiceWords } from './vocabulary';

const WORDS = { open: '在跟', given: '已分', unspoken: [] } as unknown as ChoiceWords;

it('remarks are joined, each said once', () => {
  expect(joined(['来源「官网」', '面积未填写，', '来源「官网」', '来访时间 10:00 '])).toBe('来源「官网」、面积未填写、来访时间 10:00');
});

it('a large office stays readable: thirty by name, the others counted', () => {
  const people = Array.from({ length: 33 }, (_, i) => colleague(`c${i}`));
  const views = people.map((c) => ({ ...c, dropped: { code: 'on-leave', text: '今日请假' } })) as unknown as ChoiceView<string>[];
  const said = sayCandidates(views, people, false, 0, WORDS);
  expect([said.length, said[0], said.at(-1)]).toEqual([31, '顾问c0：今日请假', '另有 3 位同事不参与本次比较']);
});
