import { siteCodeOf } from './site-code';

const CODE = '7K2M9QXWTD';

it.each([
  CODE,
  ' 7k2m9 qxwtd ',
  `subpackages/visit/pages/check-in/index?scene=k%3D${CODE}`,
  `/subpackages/visit/pages/check-in/index?k=${CODE}`,
  `https://guihu.example/#/subpackages/visit/pages/check-in/index?scene=k%3D${CODE}`,
])('finds the code in %s', (given) => {
  expect(siteCodeOf(given)).toBe(CODE);
});

it.each(['', '7K2M9', 'https://example.com/?q=1', 'subpackages/visit/pages/check-in/index?scene=%E0%A4%A', '6901234567892'])(
  'finds none in %s',
  (given) => {
    expect(siteCodeOf(given)).toBeUndefined();
  },
);
