import fc from 'fast-check';
import { idCardFault, maskIdCard, normaliseIdCard } from './id-card';

const NOW = Date.parse('2026-11-23T10:00:00+08:00');
/** A number of that first seventeen digits, with the check digit counted another way than the rule does it. */
const numbered = (seventeen: string): string => {
  const rest = [...seventeen].reduce((sum, digit, at) => (sum + Number(digit) * 2 ** (17 - at)) % 11, 0);
  return seventeen + '10X98765432'[rest];
};

describe('the number of an ID card', () => {
  it.each(['11010519491231002X', '440524188001010014'])('%s of the standard has its check digit', (number) => {
    expect(numbered(number.slice(0, 17))).toBe(number);
  });

  it('is good with its check digit, also with an x, spaces or full-width digits', () => {
    expect(idCardFault('11010519491231002X', NOW)).toBeNull();
    for (const typed of ['11010519491231002x', ' 110105 19491231 002X ', '１１０１０５１９４９１２３１００２Ｘ'])
      expect(normaliseIdCard(typed)).toBe('11010519491231002X');
  });

  it.each([
    ['', '18 位'],
    ['11010519491231002', '18 位'],
    ['1101051949123100X2', '18 位'],
    ['110105194912310021', '逐位检查'],
    [numbered('99010519491231002'), '逐位检查'],
    [numbered('11010519490231002'), '出生日期'],
    [numbered('11010518491231002'), '出生日期'],
    [numbered('11010520270101002'), '出生日期'],
  ])('%s is refused: %s', (number, why) => {
    expect(idCardFault(number, NOW)).toContain(why);
  });

  it('is of a grown-up from the very birthday on', () => {
    expect(idCardFault(numbered('33010620081123001'), NOW)).toBeNull();
    expect(idCardFault(numbered('33010620081124001'), NOW)).toBe('须年满 18 周岁，才能领取现金奖励');
  });

  it('with one digit mistyped is never good', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const good = '330106197503150013';
        const fine = numbered(good.slice(0, 17));
        const typed = `${fine.slice(0, at)}${(Number(fine[at]) + by) % 10}${fine.slice(at + 1)}`;
        expect(idCardFault(typed, NOW)).not.toBeNull();
      }),
    ));

  it('is shown by its first and last sign alone', () => {
    expect(maskIdCard('11010519491231002X')).toBe('1****************X');
  });
});
