import fc from 'fast-check';
import { checkContact, phoneSentence } from './contact-words';

const nobody = { name: '', phone: '', otherPhone: false };

it('names what is missing, each with what to do', () => {
  expect(checkContact(nobody, null)).toEqual({ name: '请填写姓名，方便顾问称呼您', phone: '请填写手机号，或点上方用微信手机号' });
});

it('asks for no number where WeChat has given one, unless another is wanted', () => {
  expect(checkContact({ ...nobody, name: '许文' }, '138****5678')).toEqual({});
  expect(checkContact({ ...nobody, name: '许文', otherPhone: true }, '138****5678').phone).toBeDefined();
});

it('takes names of any script and none made of signs', () => {
  const nameError = (name: string) => checkContact({ ...nobody, name }, '138****5678').name;
  expect(['许文', '𠮷野', 'Jean-Luc', '买买提·艾力'].map(nameError)).toEqual([undefined, undefined, undefined, undefined]);
  expect(nameError('😀123')).toBe('姓名不能只有数字或符号，请填写文字');
});

describe('a typed number', () => {
  it.each(['13812345678', '+86 138-1234-5678', '008613812345678', '86 13812345678', '+852 6123 4567', '0085261234567'])(
    'lets %s pass',
    (typed) => {
      expect(phoneSentence(typed)).toBeNull();
    },
  );

  it('says how many digits there are', () => {
    expect(phoneSentence('1381234567')).toBe('手机号应为 11 位，现在是 10 位，请检查');
    expect(phoneSentence('61234567')).toBe('请填写 11 位手机号；海外号码请以 00 加国家或地区代码开头');
    expect(phoneSentence('138abc')).toBe('手机号只能是数字，请检查');
    expect(phoneSentence('+852')).toBe('号码好像少了几位，请检查');
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => [null, 'string'].includes(phoneSentence(typed) === null ? null : 'string')),
    );
  });
});
