import { spokenPhone } from './phone-words';

it('says a number as people read it aloud', () => {
  expect(spokenPhone('+8613820001111')).toBe('138 2000 1111');
  expect(spokenPhone('+85261234567')).toBe('+85261234567');
});
