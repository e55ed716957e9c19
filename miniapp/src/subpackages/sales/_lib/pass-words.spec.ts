import { passIn } from './pass-words';

it('finds the pass in what a scanner or a person gives', () => {
  expect(passIn(' 314 159 ')).toBe('314159');
  expect(passIn('314-159')).toBe('314159');
  expect(passIn('subpackages/viewing/pages/pass/index?pass=314159')).toBe('314159');
  expect(passIn('https://guihu.example/#/x?id=1&code=31%204159')).toBe('314159');
  expect(passIn('')).toBe('');
  // Whatever else is scanned is a wrong code, and no broken page.
  expect(passIn('https://shop.example/?code=100%')).toBe('100%');
});
