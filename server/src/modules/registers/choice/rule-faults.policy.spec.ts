import { faultsOfList, faultsOfWeights, faultsOfWindow } from './rule-faults.policy';
import type { ChoiceWords } from './vocabulary';

const rule = (over: { id?: string; name?: string } = {}) => ({ id: 'r1', name: '全部', ...over });
const many = (n: number) => Array.from({ length: n }, (_, i) => rule({ id: `r${i}` }));
const WORDS = { giveTo: '派给' } as ChoiceWords;

describe('a list of rules', () => {
  it.each([
    [[], '请至少保留一条规则'],
    [many(51), '规则最多 50 条，请合并后再发布'],
    [[rule(), rule({ name: '其二' })], '「其二」的编号与其他规则重复'],
    [[rule({ name: ' ' })], '第 1 条规则没有填写名称'],
    [[rule({ name: '名'.repeat(41) })], `「${'名'.repeat(41)}」的名称请控制在 40 个字以内`],
    [[rule({ id: 'a b' })], '「全部」的编号请使用字母、数字、下划线或短横线'],
    [[rule({ id: undefined as never })], '「全部」的编号请使用字母、数字、下划线或短横线'],
  ])('%#: is told what is wrong', (rules, fault) => expect(faultsOfList(rules, () => [])).toEqual([fault]));

  it('at its limits may be published', () => {
    expect(faultsOfList([rule({ name: '名'.repeat(40), id: 'x'.repeat(40) }), ...many(49)], () => [])).toEqual([]);
  });

  it('says what a kind of rule finds wrong, under the name of the rule', () => {
    expect(faultsOfList([rule()], () => ['缺少负责人'])).toEqual(['「全部」缺少负责人']);
  });
});

describe('weights', () => {
  it.each([
    [{ a: -1 }, false, ['的权重请填写不小于 0 的数字']],
    [{ a: 1001 }, false, ['的权重请控制在 1000 以内']],
    [{ a: 1000, b: 0 }, true, []],
    [{ a: 0, b: 0 }, true, ['的权重全部为 0，不会派给任何人']],
    [{ a: 0, b: 0 }, false, []],
    [{ a: 0 }, true, []],
  ])('%p, going by them: %p', (weights, weighs, faults) =>
    expect(faultsOfWeights(weights, weighs, { staffIds: ['a', 'b'] }, WORDS)).toEqual(faults),
  );

  it('of nothing for the named ones may stand where a team is named too', () => {
    expect(faultsOfWeights({ a: 0 }, true, { staffIds: ['a'], teamIds: ['t'] }, WORDS)).toEqual([]);
  });
});

it.each([
  [{}, []],
  [{ timeFrom: '21:00', timeTo: '08:30' }, []],
  [{ timeFrom: '00:00', timeTo: '24:00' }, []],
  [{ timeFrom: '24:00' }, ['的时段请从 00:00 开始、到 24:00 结束']],
  [{ timeTo: '00:00' }, ['的时段请从 00:00 开始、到 24:00 结束']],
  [{ timeFrom: '9:00' }, ['的时段请按 09:00 这样填写']],
  [{ timeFrom: '09:00', timeTo: '09:00' }, ['的开始和结束时间相同，全天适用请不填时段']],
])('a time of day %p', (window, faults) => expect(faultsOfWindow(window)).toEqual(faults));
