import { faultOfPhone, isWholePhone } from './typed-phone';

it('knows a whole number from one being typed', () => {
  expect(['1382000111', '13820001111', '138 2000 1111', '+85261234567', '+8526', '23820001111'].map(isWholePhone)).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
});

it('says what is wrong with a number in a sentence', () => {
  expect(faultOfPhone(' ')).toBe('请填写手机号');
  expect(faultOfPhone('138')).toContain('11 位');
  expect(faultOfPhone('138 2000 1111')).toBeNull();
});
