import { phrasesIn, togglePhrase } from './phrases';

it('puts a phrase behind what is written and takes it out again', () => {
  expect(togglePhrase('', '有兴趣')).toBe('有兴趣');
  expect(togglePhrase('想要南向。', '有兴趣')).toBe('想要南向，有兴趣');
  expect(togglePhrase('想要南向，有兴趣', '有兴趣')).toBe('想要南向');
  expect(togglePhrase('有兴趣，想要南向', '有兴趣')).toBe('想要南向');
  expect(phrasesIn('想要南向，有兴趣', ['有兴趣', '嫌价格偏高'])).toEqual(['有兴趣']);
});
