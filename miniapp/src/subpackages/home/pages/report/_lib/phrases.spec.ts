import { firstAidFor, phrasesFor } from './phrases';

it('offers what people say of the thing that is broken, and something for everything else', () => {
  expect(phrasesFor('repair', 'water')).toContain('一直在滴水');
  expect(phrasesFor('repair', 'invented-by-a-project')).toEqual(phrasesFor('repair', null));
  expect(phrasesFor('complaint', 'water')).toContain('不止一次了');
});

it('says what to do first where it is dangerous, and nothing where it is not', () => {
  expect(firstAidFor('gas')).toContain('119');
  expect(firstAidFor('tile')).toBeNull();
  expect(firstAidFor(undefined)).toBeNull();
});
