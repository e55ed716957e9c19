import type { RoutingConditions } from '@guihu/shared';
import { colleague } from '../../../../../test/factories/choice.factory';
import { facts, rule } from '../../../../../test/factories/routing.factory';
import { decideRouting, faultsOfRules, type RoutingFacts } from './routing.policy';
import { wishOverlaps } from './routing-conditions.policy';

const fits = (when: RoutingConditions, lead: Partial<RoutingFacts['lead']> = {}) =>
  decideRouting(facts([colleague('a')], { lead }), { rules: [rule({ when })] }).outcome === 'offered';

describe('ranges', () => {
  it.each([
    ['a wish that ends where the rule begins', { min: 60, max: 90 }, { min: 90, max: 120 }, false],
    ['a wish that begins where the rule ends', { min: 120, max: 140 }, { min: 90, max: 120 }, false],
    ['a wish that reaches in by one', { min: 60, max: 91 }, { min: 90, max: 120 }, true],
    ['a single value at the lower end', { min: 90, max: 90 }, { min: 90, max: 120 }, true],
    ['a single value at the upper end', { min: 120, max: 120 }, { min: 90, max: 120 }, false],
    ['a wish open above', { min: 100 }, { min: 200 }, true],
    ['a wish open below', { max: 100 }, { min: 100 }, false],
    ['a wish written the wrong way round', { min: 120, max: 90 }, { min: 100, max: 110 }, true],
    ['no wish', {}, { min: 0 }, false],
  ])('%s', (_what, wish, range, overlaps) => expect(wishOverlaps(wish, range)).toBe(overlaps));
});

describe('conditions of a rule', () => {
  it('hold only together', () => {
    const when = { channelRoots: ['online'], productTypes: ['villa'], levels: ['hot'] };
    expect(fits(when, { intent: { productType: 'villa' }, level: 'hot' })).toBe(true);
    expect(fits(when, { intent: { productType: 'villa' }, level: 'potential' })).toBe(false);
  });

  it('name a product by its code or by its label', () => {
    expect(fits({ productTypes: ['villa'] }, { intent: { productType: '别墅' } })).toBe(true);
    expect(fits({ productTypes: ['别墅'] }, { intent: { productType: 'villa' } })).toBe(true);
    expect(fits({ productTypes: ['villa'] })).toBe(false);
  });

  it('named with an empty list are not asked', () => expect(fits({ channelCodes: [], levels: [] })).toBe(true));

  it('compare channels by code, and money in fen', () => {
    expect(fits({ channelCodes: ['other'] })).toBe(false);
    expect(fits({ budgetMin: 300_000_000 }, { intent: { budgetMin: 280_000_000, budgetMax: 320_000_000 } })).toBe(true);
  });
});

describe('a draft of rules', () => {
  it('without faults may be published', () => {
    expect(
      faultsOfRules([
        rule({ when: { timeFrom: '21:00', timeTo: '08:30', areaMin: 90 } }),
        rule({ id: 'r2', strategy: 'skill', skill: '别墅' }),
      ]),
    ).toEqual([]);
  });

  it.each([
    [[], '请至少保留一条规则'],
    [[rule(), rule()], '「全部线索」的编号与其他规则重复'],
    [[rule({ name: '  ' })], '第 1 条规则没有填写名称'],
    [[rule({ strategy: 'auction' as never })], '「全部线索」的分配方式无法识别'],
    [[rule({ strategy: 'toString' as never })], '「全部线索」的分配方式无法识别'],
    [[rule({ strategy: 'skill' })], '「全部线索」按擅长分配，请填写需要的擅长'],
    [[rule({ strategy: 'weighted', weights: { a: -1 } })], '「全部线索」的权重请填写不小于 0 的数字'],
    [[rule({ strategy: 'weighted', weights: { a: Number.NaN } })], '「全部线索」的权重请填写不小于 0 的数字'],
    [[rule({ strategy: 'weighted', staffIds: ['a'], weights: { a: 0 } })], '「全部线索」的权重全部为 0，不会分配给任何人'],
    [[rule({ when: { timeFrom: '9:00' } })], '「全部线索」的时段请按 09:00 这样填写'],
    [[rule({ when: { timeTo: '24:30' } })], '「全部线索」的时段请按 09:00 这样填写'],
    [[rule({ when: { timeFrom: '09:00', timeTo: '09:00' } })], '「全部线索」的开始和结束时间相同，全天适用请不填时段'],
    [[rule({ when: { areaMin: 90, areaMax: 90 } })], '「全部线索」的面积下限需要小于上限'],
  ])('%#: is told what is wrong', (rules, fault) => expect(faultsOfRules(rules)).toEqual([fault]));
});

it('a rule that could not be routed by is refused, not kept until a lead meets it', () => {
  const { when: _gone, ...without } = rule();
  expect(faultsOfRules([without as never])).toEqual(['第 1 条规则缺少 when']);
  expect(faultsOfRules([rule({ when: { areaMin: '90' as never } })])).toEqual(['第 1 条规则的 when.areaMin 格式不正确']);
});
