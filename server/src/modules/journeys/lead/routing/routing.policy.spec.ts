import type { RoutingRule } from '@guihu/shared';
import { colleague, HOUR, MONDAY_TEN } from '../../../../../test/factories/choice.factory';
import { facts, rule } from '../../../../../test/factories/routing.factory';
import { decideRouting, type RoutingFacts } from './routing.policy';

const decide = (f: RoutingFacts, ...rules: RoutingRule[]) => decideRouting(f, { rules });
const dropOf = (decision: ReturnType<typeof decide>, staffId: string) =>
  decision.candidates.find((c) => c.staffId === staffId)?.dropped?.code;

describe('who may be offered a lead', () => {
  it.each([
    ['an account that was closed', { active: false }, 'inactive'],
    ['a colleague who switched off duty', { onDuty: false }, 'off-duty'],
    ['a colleague on leave', { onLeave: true }, 'on-leave'],
    ['a colleague without any shift in sight', { inShift: false, clockStartsAt: null }, 'no-shift'],
    ['a colleague at capacity', { openItems: 60 }, 'capacity-full'],
    ['a colleague who had the daily quota', { assignedToday: 20 }, 'quota-reached'],
    ['a colleague of another team', { teamId: 'team-2' }, 'not-in-rule'],
  ])('%s is passed over, with the reason', (_who, state, code) => {
    const decision = decide(
      facts([colleague('a', { openItems: 0, ...state }), colleague('b', { openItems: 59 })]),
      rule({ teamIds: ['team-1'] }),
    );
    expect(decision.chosen?.staffId).toBe('b');
    expect(dropOf(decision, 'a')).toBe(code);
  });

  it.each([{ openItems: 59 }, { assignedToday: 19 }])('one below the limit is still offered a lead (%p)', (state) => {
    expect(decide(facts([colleague('a', state)]), rule()).chosen?.staffId).toBe('a');
  });

  it('a colleague who missed it is not offered it again', () => {
    const decision = decide(facts([colleague('a', { openItems: 0 }), colleague('b')], { excludedStaffIds: ['a'] }), rule());
    expect(decision.chosen?.staffId).toBe('b');
    expect(dropOf(decision, 'a')).toBe('already-offered');
  });

  it('a rule reaches the named persons and the members of the named teams', () => {
    const team = [colleague('a', { teamId: 'team-2' }), colleague('b', { teamId: null }), colleague('c', { teamId: 'team-3' })];
    const decision = decide(facts(team), rule({ teamIds: ['team-2'], staffIds: ['b'] }));
    expect(dropOf(decision, 'c')).toBe('not-in-rule');
    expect(dropOf(decision, 'b')).toBe('outranked');
  });

  it('an empty list of teams and persons means everybody', () => {
    expect(decide(facts([colleague('a')]), rule({ teamIds: [], staffIds: [] })).chosen?.staffId).toBe('a');
  });
});

describe('when nobody is at work', () => {
  const tomorrow = MONDAY_TEN + 23 * HOUR;

  it('the lead is put before whoever starts earliest, with the clock in the future', () => {
    const early = colleague('b', { inShift: false, clockStartsAt: tomorrow, openItems: 50 });
    const late = colleague('a', { inShift: false, clockStartsAt: tomorrow + HOUR, openItems: 0 });
    const decision = decide(facts([late, early]), rule());
    expect(decision.chosen?.staffId).toBe('b');
    expect(decision.candidates[0]?.clockStartsAt).toBe(new Date(tomorrow).toISOString());
    expect(dropOf(decision, 'a')).toBe('later-shift');
    expect(decision.sentences.at(-1)).toBe(
      '10:00 没有可接单的同事在班，按「全部线索」（在跟最少者优先）分配给顾问b，从明天 09:00 上班起计时',
    );
  });

  it('those who start at the same instant are compared by the strategy', () => {
    const team = ['a', 'b'].map((id, i) => colleague(id, { inShift: false, clockStartsAt: tomorrow, openItems: 20 - i }));
    expect(decide(facts(team), rule()).chosen?.staffId).toBe('b');
  });

  it('a later rule with somebody at work comes before an earlier rule whose people are at home', () => {
    const home = colleague('a', { inShift: false, clockStartsAt: tomorrow });
    const decision = decide(
      facts([home, colleague('b', { teamId: 'team-2' })]),
      rule({ teamIds: ['team-1'] }),
      rule({ id: 'r2', name: '兜底' }),
    );
    expect(decision.rule?.id).toBe('r2');
    expect(decision.rulesTried[0]?.reason).toBe('规则「全部线索」适用于所有线索，但可接单的同事当前都不在班');
    expect(dropOf(decision, 'a')).toBe('later-shift');
  });
});

describe('nobody can be found', () => {
  it('the manager decides when people exist but none may have it', () => {
    const decision = decide(facts([colleague('a', { onLeave: true }), colleague('b', { openItems: 60 })]), rule());
    expect(decision.outcome).toBe('escalated');
    expect(decision.rulesTried[0]?.reason).toContain('规则范围内 2 位同事都不能接单：1 位请假，1 位在跟已满');
    expect(decision.sentences.at(-1)).toBe('符合条件的同事目前都不能接单，请经理安排');
  });

  it('the manager decides when no rule fits', () => {
    const decision = decide(facts([colleague('a')]), rule({ when: { channelRoots: ['referral'] } }));
    expect(decision.outcome).toBe('escalated');
    expect(decision.sentences).toEqual(['来源「官网小程序」不在规则「全部线索」的范围内', '没有规则适用于这条线索，请经理安排']);
    expect(dropOf(decision, 'a')).toBe('not-in-rule');
  });

  it.each([[[]], [[colleague('a', { active: false })]]])('lies in the pool when nobody sells here', (candidates) => {
    expect(decide(facts(candidates), rule()).outcome).toBe('pooled');
  });

  it('a third miss ends the round', () => {
    const team = ['a', 'b', 'c', 'd'].map((id) => colleague(id));
    expect(decide(facts(team, { excludedStaffIds: ['a', 'b'], maxRounds: 3 }), rule()).outcome).toBe('offered');
    const over = decide(facts(team, { excludedStaffIds: ['a', 'b', 'c'], maxRounds: 3 }), rule());
    expect(over.outcome).toBe('escalated');
    expect(over.sentences.at(-1)).toBe('已有 3 位同事未接单，达到转派上限，请经理安排');
    expect(dropOf(over, 'd')).toBe('rounds-over');
  });
});

describe('the explanation', () => {
  it('is one that a person understands', () => {
    const team = [
      colleague('a', { name: '林晓', openItems: 12, assignedToday: 3, countsByRule: { r1: 5 } }),
      colleague('b', { name: '赵一鸣', onLeave: true }),
      colleague('c', { name: '陈思', countsByRule: { r1: 5 } }),
      colleague('d', { name: '外组', teamId: 'team-9' }),
    ];
    const weighted = rule({
      name: '线上客户按权重分配',
      strategy: 'weighted',
      when: { channelRoots: ['online'] },
      teamIds: ['team-1'],
      weights: { a: 2 },
    });
    const decision = decide(facts(team), rule({ id: 'r0', name: '老客户', strategy: 'sticky' }), weighted);
    expect(decision.sentences).toEqual([
      '规则「老客户」适用于所有线索，但此前没有同事接待过这位客户',
      '来源「官网小程序」符合规则「线上客户按权重分配」',
      '林晓：在班，在跟 12/60，今日 3/20，权重 2，本规则已分 5，选中',
      '陈思：在班，在跟 10/60，今日 3/20，权重 1，本规则已分 5，可以接单，本次排在后面',
      '赵一鸣：今日请假',
      '另有 1 位同事不参与本次比较',
      '按「线上客户按权重分配」（按权重）分配给林晓',
    ]);
    expect(decision.rulesTried.map((r) => [r.id, r.matched])).toEqual([
      ['r0', true],
      ['r1', true],
    ]);
  });

  it('a rule of a strategy not known here fits nothing, and says so', () => {
    const decision = decide(facts([colleague('a')]), rule({ strategy: 'auction' as never }));
    expect(decision.outcome).toBe('escalated');
    expect(decision.sentences[0]).toContain('分配方式无法识别');
  });

  it('lies in the pool when those who may have it only have no room, and says so', () => {
    const full = [colleague('a', { openItems: 60 }), colleague('b', { assignedToday: 20 })];
    const decision = decideRouting(facts(full), { rules: [rule()] });
    expect(decision.outcome).toBe('pooled');
    expect(decision.sentences.at(-1)).toContain('公海');
    expect(decideRouting(facts([...full, colleague('c', { onDuty: false })]), { rules: [rule()] }).outcome).toBe('escalated');
  });
});
