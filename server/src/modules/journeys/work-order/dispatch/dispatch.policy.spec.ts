import type { DispatchRule } from '@guihu/shared';
import { HOUR, MONDAY_TEN } from '../../../../../test/factories/choice.factory';
import { atHome, engineer, facts, rule } from '../../../../../test/factories/dispatch.factory';
import { decideDispatch } from './dispatch.policy';
import type { DispatchFacts, LetGo } from './dispatch-facts';

const decide = (f: DispatchFacts, ...rules: DispatchRule[]) => decideDispatch(f, { rules });
const dropOf = (decision: ReturnType<typeof decide>, staffId: string) => decision.candidates.find((c) => c.staffId === staffId)?.dropped;
const gone = (...entries: [string, LetGo][]) => entries.map(([staffId, because]) => ({ staffId, because }));

describe('who is on duty', () => {
  it.each([
    ['an account that was closed', { active: false }, 'inactive', '已停用账号'],
    ['somebody of another team', { teamId: 'team-2' }, 'not-in-rule', '不在本规则的派单范围'],
    ['somebody without the skill', { skills: ['电工'] }, 'lacks-skill', '未登记擅长「防水」'],
    ['somebody who switched off', { onDuty: false }, 'off-duty', '已关闭接单'],
    ['somebody on leave', { onLeave: true }, 'on-leave', '今日请假'],
    ['somebody without any shift in sight', { inShift: false, clockStartsAt: null }, 'no-shift', '近期没有排班'],
    ['somebody off shift', { inShift: false, clockStartsAt: MONDAY_TEN + HOUR }, 'later-shift', '当前不在班，今天 11:00 上班'],
    ['somebody with full hands', { openItems: 5 }, 'capacity-full', '手上 5/5，已满'],
    ['somebody who had enough for today', { assignedToday: 8 }, 'quota-reached', '今日已派 8/8，达到上限'],
  ])('%s is passed over, with the reason', (_who, state, code, text) => {
    const waterproof = rule({ group: { teamIds: ['team-1'], skills: ['防水'] } });
    const decision = decide(
      facts([engineer('a', { skills: ['防水'], openItems: 0, ...state }), engineer('b', { skills: ['防水'], openItems: 4 })]),
      waterproof,
    );
    expect([decision.chosen?.id, decision.tier]).toEqual(['b', 'on-duty']);
    expect(dropOf(decision, 'a')).toEqual({ code, text });
  });

  it.each([{ openItems: 4 }, { assignedToday: 7 }])('one below the limit still is (%p)', (state) => {
    expect(decide(facts([engineer('a', state)]), rule()).tier).toBe('on-duty');
  });

  it('one of the wanted skills is enough', () => {
    const decision = decide(facts([engineer('a', { skills: ['管道'] })]), rule({ group: { skills: ['防水', '管道'] } }));
    expect(decision.chosen?.id).toBe('a');
  });

  it('a group is its named persons and its teams, of whom the skill is asked as well', () => {
    const skilled = { skills: ['防水'] };
    const people = [
      engineer('a', { teamId: 'team-2', ...skilled }),
      engineer('b', { teamId: null, ...skilled }),
      engineer('c', { teamId: 'team-2' }),
      engineer('d', { teamId: 'team-3', ...skilled }),
    ];
    const decision = decide(facts(people), rule({ group: { teamIds: ['team-2'], staffIds: ['b'], skills: ['防水'] } }));
    expect(['a', 'b', 'c', 'd'].map((id) => dropOf(decision, id)?.code ?? null)).toEqual([null, 'outranked', 'lacks-skill', 'not-in-rule']);
  });
});

describe('modes', () => {
  it('指派 goes through the named ones in their order, whatever their load', () => {
    const people = [engineer('a', { openItems: 0 }), engineer('b', { openItems: 4 }), engineer('c', { onDuty: false })];
    const decision = decide(facts(people), rule({ mode: 'assign', group: { staffIds: ['c', 'b', 'a'] } }));
    expect([decision.outcome, decision.chosen?.id]).toEqual(['assigned', 'b']);
  });

  it('抢单 asks everybody on duty at once and chooses nobody', () => {
    const people = [engineer('c'), engineer('a', { openItems: 4 }), engineer('b', { openItems: 5 }), atHome('d', 2)];
    const decision = decide(facts(people), rule({ name: '水电抢单', mode: 'claim' }));
    expect(decision).toMatchObject({
      outcome: 'claimable',
      tier: 'on-duty',
      chosen: null,
      supervisor: null,
      claimants: [
        { id: 'a', name: '师傅a' },
        { id: 'c', name: '师傅c' },
      ],
    });
    expect(decision.candidates.filter((c) => c.claimant).map((c) => c.staffId)).toEqual(['c', 'a']);
    expect(dropOf(decision, 'b')?.code).toBe('capacity-full');
    expect(decision.sentences).toContain('师傅c：在班，手上 1/5，今日 1/8，可以抢单');
    expect(decision.sentences.at(-1)).toBe('按「水电抢单」（抢单）请 2 位当班同事抢单，先接先得');
  });

  it('抢单 with nobody on duty is put before one engineer: nobody would be there to tap', () => {
    const decision = decide(facts([atHome('a', 5), atHome('b', 2)]), rule({ mode: 'claim' }));
    expect([decision.outcome, decision.tier, decision.chosen?.id]).toEqual(['assigned', 'away', 'b']);
  });

  it('轮训 takes whoever waited longest, and by its weights where it has some', () => {
    const had = (n: number, hoursAgo: number) => ({ countsByRule: { r1: n }, lastAssignedByRule: { r1: MONDAY_TEN - hoursAgo * HOUR } });
    const people = [engineer('a', had(3, 1)), engineer('b', had(3, 2))];
    expect(decide(facts(people), rule({ mode: 'rotate' })).chosen?.id).toBe('b');
    expect(decide(facts(people), rule({ mode: 'rotate', weights: { a: 2 } })).chosen?.id).toBe('a');
    const weightless = decide(facts(people), rule({ mode: 'rotate', weights: { b: 0 } }));
    expect([weightless.chosen?.id, dropOf(weightless, 'b')?.text]).toEqual(['a', '权重为 0，不参与派单']);
  });

  it('weights mean nothing to the other modes', () => {
    expect(decide(facts([engineer('a', { openItems: 0 }), engineer('b')]), rule({ weights: { a: 0 } })).chosen?.id).toBe('a');
  });

  it('最少在手 compares by share of the own capacity', () => {
    const people = [engineer('a', { openItems: 2, capacity: 3 }), engineer('b', { openItems: 3, capacity: 6 })];
    expect(decide(facts(people), rule()).chosen?.id).toBe('b');
  });
});

describe('an order never sits', () => {
  it('a later rule with somebody on duty comes before an earlier one whose people are at home', () => {
    const people = [atHome('a', 1, { skills: ['防水'] }), engineer('b')];
    const decision = decide(facts(people), rule({ name: '防水组', group: { skills: ['防水'] } }), rule({ id: 'r2', name: '兜底' }));
    expect([decision.rule?.id, decision.chosen?.id, decision.tier]).toEqual(['r2', 'b', 'on-duty']);
    expect(decision.sentences[0]).toBe('规则「防水组」适用于所有工单，但可接单的同事当前都不在班');
  });

  it('nobody on duty by any rule: whoever of the first fitting group begins earliest', () => {
    const people = [atHome('a', 9, { skills: ['防水'] }), atHome('b', 8, { skills: ['防水'], openItems: 4 }), atHome('c', 1)];
    const decision = decide(
      facts(people),
      rule({ id: 'r0', name: '投诉', when: { kinds: ['complaint'] } }),
      rule({ name: '防水组', group: { skills: ['防水'] } }),
      rule({ id: 'r2', name: '兜底' }),
    );
    expect([decision.rule?.id, decision.chosen?.id, decision.tier]).toEqual(['r1', 'b', 'away']);
    expect(decision.candidates[0]?.clockStartsAt).toBe(new Date(MONDAY_TEN + 8 * HOUR).toISOString());
    expect(dropOf(decision, 'a')).toEqual({ code: 'later-shift', text: '今天 19:00 上班，晚于当选同事' });
    expect(decision.rulesTried.map((r) => [r.id, r.matched])).toEqual([
      ['r0', false],
      ['r1', true],
      ['r2', true],
    ]);
    expect(decision.sentences.at(-1)).toBe('10:00 没有可接单的同事当班，按「防水组」（最少在手）派给师傅b，从今天 18:00 上班起计时');
  });

  it('those who begin at the same instant are compared by the mode', () => {
    const people = [atHome('a', 8, { openItems: 3 }), atHome('b', 8, { openItems: 2 }), atHome('c', 8)];
    expect(decide(facts(people), rule()).chosen?.id).toBe('c');
    const named = rule({ mode: 'assign', group: { staffIds: ['b', 'c', 'a'] } });
    expect(decide(facts(people), named).chosen?.id).toBe('b');
  });

  it('somebody at work with the switch off comes before somebody at home, and is to be rung', () => {
    const decision = decide(facts([engineer('a', { onDuty: false }), atHome('b', 1)]), rule());
    expect([decision.chosen?.id, decision.tier]).toEqual(['a', 'away']);
    expect(decision.sentences.at(-1)).toContain('派给师傅a，其接单开关已关闭，请电话提醒');
  });

  it.each([
    ['on leave', { onLeave: true }],
    ['full', { openItems: 5 }],
    ['at the daily quota', { assignedToday: 8 }],
    ['without a shift in sight', { clockStartsAt: null }],
  ])('somebody %s is not away, but of the group', (_what, state) => {
    const people = [atHome('a', 1, state), atHome('b', 9)];
    expect(decide(facts(people), rule()).chosen?.id).toBe('b');
    const alone = decide(facts([atHome('a', 1, state)]), rule());
    expect([alone.outcome, alone.tier, alone.chosen?.id]).toEqual(['assigned', 'group', 'a']);
  });

  it('the whole group full or on leave: who is not on leave first, then the least loaded, whatever the mode', () => {
    const people = [engineer('a', { onLeave: true, openItems: 0 }), engineer('b', { openItems: 7 }), engineer('c', { openItems: 6 })];
    const decision = decide(facts(people), rule({ name: '防水组', mode: 'assign', group: { staffIds: ['a', 'b', 'c'] } }));
    expect([decision.tier, decision.chosen?.id]).toEqual(['group', 'c']);
    expect(dropOf(decision, 'b')).toEqual({ code: 'capacity-full', text: '手上 7/5，已满' });
    expect(decision.sentences.at(-1)).toBe('同组同事都已满额或不在岗，按「防水组」派给同组在手最少的师傅c');
    const leave = decide(facts([engineer('a', { onLeave: true })]), rule());
    expect(leave.sentences.at(-1)).toContain('师傅a（请假中）');
  });

  it('the group of the first fitting rule comes before those away of the second', () => {
    const people = [engineer('a', { skills: ['防水'], openItems: 5 }), atHome('b', 1)];
    const decision = decide(facts(people), rule({ group: { skills: ['防水'] } }), rule({ id: 'r2', name: '兜底' }));
    expect([decision.rule?.id, decision.tier, decision.chosen?.id]).toEqual(['r1', 'group', 'a']);
  });

  it('a first rule whose group is empty leaves it to those away of the next', () => {
    const decision = decide(facts([atHome('b', 1)]), rule({ group: { skills: ['防水'] } }), rule({ id: 'r2', name: '兜底' }));
    expect([decision.rule?.id, decision.tier, decision.chosen?.id]).toEqual(['r2', 'away', 'b']);
  });

  it('nobody at all: the supervisor decides, else the manager, and it says whom to ask', () => {
    const decision = decide(facts([engineer('a', { active: false })]), rule());
    expect([decision.outcome, decision.tier, decision.supervisor?.id]).toEqual(['supervisor', 'supervisor', 'sup']);
    expect(decision.sentences.at(-1)).toBe('本项目还没有可以派单的维修工程师，请主管王芳安排');
    const manager = decide(facts([], { supervisor: null }), rule());
    expect([manager.supervisor?.id, manager.sentences.at(-1)?.endsWith('请经理李明安排')]).toEqual(['man', true]);
    const none = decide(facts([], { supervisor: null, manager: null }), rule());
    expect([none.outcome, none.supervisor, none.sentences.at(-1)?.endsWith('请项目负责人安排')]).toEqual(['supervisor', null, true]);
  });

  it('no rule fits: the supervisor decides', () => {
    const decision = decide(facts([engineer('a')]), rule({ when: { urgent: true } }));
    expect(decision.sentences).toEqual(['紧急程度「普通」不在规则「全部工单」的范围内', '没有规则适用于这张工单，请主管王芳安排']);
    expect(dropOf(decision, 'a')?.code).toBe('not-in-rule');
    expect(decide(facts([engineer('a')])).outcome).toBe('supervisor');
  });
});

describe('those who let it go', () => {
  it.each<[LetGo, string]>([
    ['declined', '已婉拒过这张工单'],
    ['missed', '已派过这张工单，未接单'],
    ['returned', '已退回过这张工单'],
    ['transferred', '已转出过这张工单'],
  ])('%s: are not asked again, with the reason', (because, text) => {
    const decision = decide(facts([engineer('a', { openItems: 0 }), engineer('b')], { excluded: gone(['a', because]) }), rule());
    expect([decision.chosen?.id, dropOf(decision, 'a')?.code, dropOf(decision, 'a')?.text]).toEqual(['b', 'had-it-before', text]);
  });

  it('what they did last is told', () => {
    const excluded = gone(['a', 'declined'], ['a', 'returned']);
    expect(dropOf(decide(facts([engineer('a'), engineer('b')], { excluded }), rule()), 'a')?.text).toBe('已退回过这张工单');
  });

  it('are kept out of every fallback: with nobody else it is the supervisor’s', () => {
    const decision = decide(facts([engineer('a')], { excluded: gone(['a', 'declined']) }), rule());
    expect(decision.outcome).toBe('supervisor');
    expect(decision.rulesTried[0]?.reason).toContain('规则范围内 1 位同事都不能接单：1 位已拒接、退回或转出');
    expect(decision.sentences.at(-1)).toBe('适用规则里没有可以再派的同事，请主管王芳安排');
  });

  it('a colleague at home comes before asking them again', () => {
    const decision = decide(facts([engineer('a'), atHome('b', 9)], { excluded: gone(['a', 'returned']) }), rule());
    expect([decision.tier, decision.chosen?.id]).toEqual(['away', 'b']);
  });

  it('the third refusal is the last; a transfer by hand is none', () => {
    const people = ['a', 'b', 'c', 'd', 'e'].map((id) => engineer(id));
    const two = gone(['a', 'declined'], ['b', 'returned'], ['d', 'transferred']);
    expect(decide(facts(people, { excluded: two }), rule()).chosen?.id).toBe('c');
    const over = decide(facts(people, { excluded: [...two, ...gone(['c', 'missed'])] }), rule());
    expect([over.outcome, over.rulesTried, dropOf(over, 'e')?.code, dropOf(over, 'a')?.code]).toEqual([
      'supervisor',
      [],
      'rounds-over',
      'had-it-before',
    ]);
    expect(over.sentences.at(-1)).toBe('已被拒接或退回 3 次，达到转派上限，请主管王芳安排');
    expect(decide(facts(people, { excluded: gone(['a', 'returned'], ['a', 'returned']), maxRounds: 2 }), rule()).outcome).toBe(
      'supervisor',
    );
  });
});

describe('the explanation', () => {
  it('is one that a person understands', () => {
    const people = [
      engineer('a', { name: '王强', skills: ['防水'], openItems: 3 }),
      engineer('b', { name: '赵磊', skills: ['防水'], onLeave: true }),
      engineer('c', { name: '陈工', skills: ['防水'], openItems: 4 }),
      engineer('d', { name: '刘师傅', skills: ['电工'] }),
      engineer('e', { name: '外组', teamId: 'team-9' }),
    ];
    const waterproof = rule({
      name: '3 栋防水',
      when: { buildingIds: ['b3'], categoryIds: ['water'] },
      group: { teamIds: ['team-1'], skills: ['防水'] },
    });
    const decision = decide(facts(people), rule({ id: 'r0', name: '紧急', when: { urgent: true } }), waterproof, rule({ id: 'r2' }));
    expect(decision.sentences).toEqual([
      '紧急程度「普通」不在规则「紧急」的范围内',
      '楼栋「3 栋」、问题类型「渗水漏水」符合规则「3 栋防水」',
      '王强：在班，手上 3/5，今日 1/8，选中',
      '陈工：在班，手上 4/5，今日 1/8，可以接单，本次排在后面',
      '赵磊：今日请假',
      '刘师傅：未登记擅长「防水」',
      '另有 1 位同事不参与本次比较',
      '按「3 栋防水」（最少在手）派给王强',
    ]);
    expect(decision.rulesTried.map((r) => r.id)).toEqual(['r0', 'r1']);
    expect(decision.rule).toEqual({ id: 'r1', name: '3 栋防水', mode: 'least-loaded', modeName: '最少在手' });
    expect(decision.candidates.find((c) => c.staffId === 'a')).toMatchObject({
      chosen: true,
      claimant: false,
      dropped: null,
      openOrders: 3,
    });
  });

  it('a rule of a mode not known here fits nothing, and says so', () => {
    const decision = decide(facts([engineer('a')]), rule({ mode: 'auction' as never }));
    expect([decision.outcome, decision.sentences[0]]).toEqual(['supervisor', '派单方式无法识别，不在规则「全部工单」的范围内']);
  });

  it('says of somebody chosen as a last resort why they were hard to have', () => {
    const decision = decide(facts([engineer('a', { onLeave: true, inShift: false, onDuty: false })]), rule());
    expect(decision.sentences).toContain('师傅a：请假中，已关闭接单，手上 1/5，今日 1/8，选中');
  });
});
