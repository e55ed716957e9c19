import type { CandidateView, LeadRoutingView, OfferView } from '@guihu/shared';
import { tellRouting, whyNow } from './routing-words';

const NOW = Date.parse('2026-11-23T03:00:00Z');
const candidate = (name: string, over: Partial<CandidateView> = {}): CandidateView => ({
  staffId: name,
  name,
  chosen: false,
  dropped: null,
  openLeads: 12,
  capacity: 60,
  assignedToday: 3,
  dailyQuota: 30,
  weight: 2,
  assignedByRule: 0,
  clockStartsAt: null,
  ...over,
});
const routing: LeadRoutingView = {
  leadId: 'l',
  decisions: [
    {
      id: 'd',
      decidedAt: '2026-11-23T02:00:00Z',
      round: 1,
      ruleSetVersion: 1,
      outcome: 'offered',
      chosen: { id: '林晓', name: '林晓' },
      rule: { id: 'everyone', name: '其余线索', strategy: 'weighted', strategyName: '按权重' },
      rulesTried: [
        { id: 'previous', name: '老客户归原顾问', matched: true, reason: '原顾问已不在' },
        { id: 'low-rise', name: '洋房', matched: false, reason: '意向不在范围内' },
        { id: 'everyone', name: '其余线索', matched: true, reason: '适用于所有线索' },
      ],
      candidates: [candidate('赵一鸣', { dropped: { code: 'no-shift', text: '现在不在班' } }), candidate('林晓', { chosen: true })],
      sentences: ['意向不在范围内', '按「其余线索」分配给林晓'],
    },
  ],
};
const offer = (round: number, outcome: OfferView['outcome'], reason: string | null = null): OfferView => ({
  id: String(round),
  staffId: 's',
  staffName: '林晓',
  round,
  offeredAt: '2026-11-23T02:00:00Z',
  dueAt: '2026-11-23T02:15:00Z',
  outcome,
  reason,
});

it('gives the answer first, once, and leaves the way to it to rules and candidates', () => {
  const told = tellRouting(routing, [offer(1, 'waiting')], '按「其余线索」分配给林晓', NOW);
  expect(told.sentences).toEqual(['按「其余线索」分配给林晓']);
});

it('marks only the rule that decided, and says of one that applied that it had nobody', () => {
  const { rules } = tellRouting(routing, [], '', NOW);
  expect(rules.map(({ matched, verdict }) => [matched, verdict])).toEqual([
    [false, '适用，但无人可派'],
    [false, '不符合'],
    [true, '按此分配'],
  ]);
});

it('puts the chosen one on top with the load, and says why not of the others', () => {
  const { candidates } = tellRouting(routing, [], '', NOW);
  expect(candidates).toEqual([
    { name: '林晓', chosen: true, text: '在跟 12/60，今日 3/30，权重 2' },
    { name: '赵一鸣', chosen: false, text: '现在不在班；在跟 12/60，今日 3/30，权重 2' },
  ]);
});

it('tells earlier rounds where there were several', () => {
  const told = tellRouting(routing, [offer(1, 'missed'), offer(2, 'declined', '正在接待')], 'x', NOW);
  expect(told.sentences.slice(2)).toEqual([
    '第 1 次，今天 10:00 分给林晓：未在时限内接单',
    '第 2 次，今天 10:00 分给林晓：暂时不能接单（正在接待）',
  ]);
});

it('says what is known where no rule decided', () => {
  expect(tellRouting({ leadId: 'l', decisions: [] }, [], '由同事转交：客户指定', NOW)).toEqual({
    sentences: ['由同事转交：客户指定'],
    rules: [],
    candidates: [],
  });
});

it('says that a colleague handed it over, not why the rule before that gave up', () => {
  const why = '已有 3 位同事未接单，请经理安排';
  expect(whyNow({ why, offers: [offer(1, 'missed'), offer(2, 'waiting', '客户指定')] })).toBe('由同事转交：客户指定');
  expect(whyNow({ why, offers: [offer(1, 'missed'), offer(2, 'declined', '正在接待')] })).toBe(why);
  expect(whyNow({ why, offers: [] })).toBe(why);
});
