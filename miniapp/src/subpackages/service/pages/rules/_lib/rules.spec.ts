import { type ColleagueView, DEFAULT_SERVICE_POLICY, type DispatchRule, type WorkOrderCategory } from '@guihu/shared';
import fc from 'fast-check';
import { numberOf, sayNumber } from '@/components/number-groups/number-words';
import { changedFields, POLICY_GROUPS } from './policy-words';
import { faultOfRule, moved, newRule, trimmedRule, withRule } from './rule-list';
import { namesOf, sayWhen, sayWhom } from './rule-words';

const names = namesOf(
  [{ id: 'b1', name: '1号楼' }],
  [{ id: 'water', name: '水管与洁具', children: [{ id: 'water-tap', name: '龙头漏水', children: [] }] }] as unknown as WorkOrderCategory[],
  [{ id: 'ma', name: '马师傅' } as ColleagueView],
);
const rule = (over: Partial<DispatchRule> = {}): DispatchRule => ({ ...newRule('r1'), name: '其余', ...over });
const rules = ['a', 'b', 'c'].map((id) => rule({ id }));
const ids = (list: readonly DispatchRule[]) => list.map(({ id }) => id).join('');

it('reads a rule aloud', () => {
  expect(sayWhen(rule(), names)).toBe('所有工单');
  expect(
    sayWhen(
      rule({
        when: { kinds: ['repair'], categoryIds: ['water-tap'], buildingIds: ['b1'], urgent: true, timeFrom: '20:00', timeTo: '08:00' },
      }),
      names,
    ),
  ).toBe('报修，类别为龙头漏水，1号楼，紧急，20:00–08:00');
  expect(sayWhom(rule(), names)).toBe('派给本项目维修同事中手上最少的一位');
  expect(sayWhom(rule({ mode: 'assign', group: { staffIds: ['ma'] } }), names)).toBe('依次指派给马师傅');
  expect(sayWhom(rule({ mode: 'rotate', group: { skills: ['waterproof'] } }), names)).toBe('由会防水的同事轮流');
  expect(sayWhom(rule({ mode: 'claim', group: { skills: ['public'], staffIds: ['ma', 'gone'] } }), names)).toBe(
    '由马师傅、已停用中会公共设施的同事抢单，先接先得',
  );
});

it('moves a rule one place and loses none', () => {
  expect([ids(moved(rules, 'b', -1)), ids(moved(rules, 'b', 1)), ids(moved(rules, 'a', -1)), ids(moved(rules, 'c', 1))]).toEqual([
    'bac',
    'acb',
    'abc',
    'abc',
  ]);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'x'), fc.constantFrom<-1 | 1>(-1, 1))), (steps) => {
      const end = steps.reduce((list, [id, by]) => moved(list, id, by), rules);
      expect([...ids(end)].sort().join('')).toBe('abc');
    }),
  );
});

it('puts an edited rule in its place and a new one at the end', () => {
  expect(ids(withRule(rules, rule({ id: 'b', name: '新名' })))).toBe('abc');
  expect(ids(withRule(rules, rule({ id: 'd' })))).toBe('abcd');
});

it('sends no empty parts', () => {
  const full = rule({
    name: ' 夜间 ',
    when: { kinds: [], urgent: undefined, timeFrom: '' },
    group: { skills: [], staffIds: ['ma'] },
    mode: 'claim',
    weights: { ma: 2 },
  });
  expect(trimmedRule(full)).toEqual({ id: 'r1', name: '夜间', when: {}, group: { staffIds: ['ma'] }, mode: 'claim' });
  expect(trimmedRule({ ...full, mode: 'rotate' }).weights).toEqual({ ma: 2 });
});

it('says what keeps a rule from being used', () => {
  expect(faultOfRule(newRule('x'))).toContain('名字');
  expect(faultOfRule(rule({ mode: 'assign' }))).toContain('至少选一位');
  expect(faultOfRule(rule({ when: { timeFrom: '20:00' } }))).toContain('开始和结束');
  expect(faultOfRule(rule())).toBeNull();
});

it('shows every number of the promise once, in words', () => {
  const keys = POLICY_GROUPS.flatMap(({ fields }) => fields.map(({ key }) => key));
  const numbers = Object.entries(DEFAULT_SERVICE_POLICY).filter(([, value]) => typeof value === 'number');
  expect([...keys].sort()).toEqual(numbers.map(([key]) => key).sort());
  expect([sayNumber(120, '分钟'), sayNumber(0, '分钟'), sayNumber(80, '%'), sayNumber(3, '次')]).toEqual([
    '2 小时',
    '0 分钟',
    '80%',
    '3 次',
  ]);
  expect([numberOf('120'), numberOf(''), numberOf('1.5'), numberOf('-3')]).toEqual([120, null, null, null]);
  expect(changedFields(DEFAULT_SERVICE_POLICY, { ...DEFAULT_SERVICE_POLICY, acceptMinutes: 60 }).map(({ key }) => key)).toEqual([
    'acceptMinutes',
  ]);
});
