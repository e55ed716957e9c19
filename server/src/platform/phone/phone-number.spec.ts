import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { normalisePhone } from './phone-number';

const PREFIXES = readFileSync(join(__dirname, '../../../test/fixtures/cn_mobile_prefixes_2019.csv'), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','))
  .map(([prefix, kind]) => ({ prefix: prefix as string, kind: kind as string }));
const PERSONAL = PREFIXES.filter(({ kind }) => kind === 'carrier' || kind === 'mvno');
const mobile = fc
  .tuple(fc.constantFrom(...PERSONAL), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }))
  .map(([{ prefix }, digits]) => (prefix + digits.join('')).slice(0, 11));

describe('one number, however it is written', () => {
  it.each([
    '13812345678',
    ' 138 1234 5678 ',
    '138-1234-5678',
    '１３８１２３４５６７８',
    '＋86 138 1234 5678',
    '8613812345678',
    '+86-138-1234-5678',
    '0086 13812345678',
    '(+86) 138 1234 5678',
    '\u202d13812345678\u202c',
    '138\u00a01234\u30005678',
  ])('%p is +8613812345678', (written) => expect(normalisePhone(written)).toEqual({ ok: true, e164: '+8613812345678' }));

  it.each([
    ['+852 6123 4567', '+85261234567'],
    ['00852 61234567', '+85261234567'],
    ['+886 912 345 678', '+886912345678'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['010-12345678', '+861012345678'],
    ['0571 8888 8888', '+8657188888888'],
  ])('%p is %s', (written, e164) => expect(normalisePhone(written)).toEqual({ ok: true, e164 }));

  it('is read as of the region it was written in', () => {
    expect(normalisePhone('61234567', 'HK')).toEqual({ ok: true, e164: '+85261234567' });
  });
});

describe('what is no number of a person', () => {
  it.each([
    ['', '手机号未填写'],
    ['   ', '手机号未填写'],
    ['1381234567', '手机号格式不正确'],
    ['138123456789', '手机号格式不正确'],
    ['12812345678', '手机号格式不正确'],
    ['10086', '手机号格式不正确'],
    ['88888888', '手机号格式不正确'],
    ['138一二三四5678', '手机号格式不正确'],
    ['电话13812345678', '手机号格式不正确'],
    ['1440012345678', '手机号格式不正确'],
    ['400-800-1234', '这是服务热线号码，请填写客户本人的电话'],
    ['800 810 1234', '这是服务热线号码，请填写客户本人的电话'],
    ['021-12345678 ext 802', '请填写直线号码，不带分机号'],
    ['1'.repeat(1000), '手机号太长，请检查'],
  ])('%p: %s', (written, reason) => expect(normalisePhone(written)).toEqual({ ok: false, reason }));
});

describe('properties', () => {
  it('every prefix that carriers and virtual operators had in 2019 is accepted', () => {
    expect(PERSONAL.length).toBeGreaterThan(60);
    fc.assert(
      fc.property(mobile, (written) => expect(normalisePhone(written)).toEqual({ ok: true, e164: `+86${written}` })),
      { numRuns: 2000 },
    );
    for (const { prefix } of PERSONAL) expect(normalisePhone(prefix.padEnd(11, '5')).ok).toBe(true);
  });

  it('reading the answer again changes nothing', () => {
    const anything = fc.oneof(mobile, fc.string({ maxLength: 50 }), fc.stringMatching(/^\+?[0-9 -]{5,18}$/));
    fc.assert(
      fc.property(anything, (written) => {
        const once = normalisePhone(written);
        if (once.ok) expect(normalisePhone(once.e164)).toEqual(once);
        else expect(once.reason).toMatch(/\p{Script=Han}/u);
      }),
      { numRuns: 3000 },
    );
  });
});
