import { rule } from '../../../../../test/factories/dispatch.factory';
import { faultsOfDispatchRules } from './dispatch-rules.policy';

it('a draft without faults may be published', () => {
  expect(
    faultsOfDispatchRules([
      rule({ when: { kinds: ['repair', 'complaint'], urgent: true, timeFrom: '21:00', timeTo: '08:30' }, group: { skills: ['防水'] } }),
      rule({ id: 'r2', mode: 'assign', group: { staffIds: ['a', 'b'] } }),
      rule({ id: 'r3', mode: 'rotate', weights: { a: 2, b: 0 }, group: { staffIds: ['a', 'b'] } }),
      rule({ id: 'r4', mode: 'claim' }),
    ]),
  ).toEqual([]);
});

it.each([
  [[], '请至少保留一条规则'],
  [[rule({ name: '' })], '第 1 条规则没有填写名称'],
  [[rule(), rule()], '「全部工单」的编号与其他规则重复'],
  [[rule({ mode: 'auction' as never })], '「全部工单」的派单方式无法识别'],
  [[rule({ mode: 'toString' as never })], '「全部工单」的派单方式无法识别'],
  [[rule({ mode: 'assign' })], '「全部工单」按指派派单，请至少选择一位同事'],
  [[rule({ mode: 'assign', group: { teamIds: ['t'], staffIds: [] } })], '「全部工单」按指派派单，请至少选择一位同事'],
  [[rule({ group: { staffIds: ['a', 'a'] } })], '「全部工单」里有同事被重复选择'],
  [[rule({ group: { skills: ['防水', ' '] } })], '「全部工单」的技能请填写名称'],
  [[rule({ when: { kinds: ['party' as never] } })], '「全部工单」的工单类型无法识别'],
  [[rule({ mode: 'rotate', weights: { a: -1 } })], '「全部工单」的权重请填写不小于 0 的数字'],
  [[rule({ mode: 'rotate', weights: { a: 0 }, group: { staffIds: ['a'] } })], '「全部工单」的权重全部为 0，不会派给任何人'],
  [[rule({ when: { timeFrom: '9:00' } })], '「全部工单」的时段请按 09:00 这样填写'],
])('%#: a draft is told what is wrong', (rules, fault) => expect(faultsOfDispatchRules(rules)).toEqual([fault]));

it.each([
  [{ ...rule(), group: undefined }, '第 1 条规则缺少 group'],
  [{ ...rule(), when: { urgent: 'yes' } }, '第 1 条规则的 when.urgent 格式不正确'],
  [{ ...rule(), group: { staffIds: 'a' } }, '第 1 条规则的 group.staffIds 格式不正确'],
  [{ ...rule(), strategy: 'rotate' }, '第 1 条规则含有无法识别的字段 strategy'],
])('%#: what could not be decided by is refused', (broken, fault) => expect(faultsOfDispatchRules([broken as never])).toEqual([fault]));
