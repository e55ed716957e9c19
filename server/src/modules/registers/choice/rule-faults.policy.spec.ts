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
  ])('%#: is told what is wrong', (rules, fault) => expect(faultsOfList(rules, {}, () => [])).toEqual([fault]));

  it('at its limits may be published', () => {
    expect(faultsOfList([rule({ name: '名'.repeat(40), id: 'x'.repeat(40) }), ...many(49)], {}, () => [])).toEqual([]);
  });

  it('says what a kind of rule finds wrong, under the name of the rule', () => {
    expect(faultsOfList([rule()], {}, () => ['缺少负责人'])).toEqual(['「全部」缺少负责人']);
  });
});

describe('what a rule is made of', () => {
  const fields = { when: { 'floors?': 'texts', 'lit?': 'flag', 'from?': 'number' }, 'weights?': 'weights' } as const;
  const told = (given: unknown) => faultsOfList([given as never], fields, () => ['不应再问']);
  const sound = { id: 'r1', name: '全部', when: {} };

  it('is asked further when every field is as it should be', () => {
    expect(told({ ...sound, when: { floors: ['1'], lit: false, from: 0 }, weights: { a: 'x' } })).toEqual(['「全部」不应再问']);
  });

  it.each([
    [null, ['第 1 条规则的内容格式不正确']],
    ['r1', ['第 1 条规则的内容格式不正确']],
    [[], ['第 1 条规则的内容格式不正确']],
    [{ ...sound, id: 1 }, ['第 1 条规则的 id 格式不正确']],
    [{ ...sound, name: undefined }, ['第 1 条规则缺少 name']],
    [{ id: 'r1', name: '全部' }, ['第 1 条规则缺少 when']],
    [{ ...sound, when: null }, ['第 1 条规则的 when 格式不正确']],
    [{ ...sound, when: { floors: 'x' } }, ['第 1 条规则的 when.floors 格式不正确']],
    [{ ...sound, when: { floors: ['x', 1] } }, ['第 1 条规则的 when.floors 格式不正确']],
    [{ ...sound, when: { lit: 'no', from: '1' } }, ['第 1 条规则的 when.lit 格式不正确', '第 1 条规则的 when.from 格式不正确']],
    [{ ...sound, when: { flors: [] } }, ['第 1 条规则含有无法识别的字段 when.flors']],
    [{ ...sound, weights: [1] }, ['第 1 条规则的 weights 格式不正确']],
    [JSON.parse('{"id":"r1","name":"全部","when":{},"__proto__":{}}'), ['第 1 条规则含有无法识别的字段 __proto__']],
  ])('%j is told what is wrong and asked nothing else', (given, faults) => expect(told(given)).toEqual(faults));
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
