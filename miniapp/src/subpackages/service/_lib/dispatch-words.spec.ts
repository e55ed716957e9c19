import type { DispatchCandidateView, DispatchDecisionView } from '@guihu/shared';
import { tellDispatch } from './dispatch-words';

const NOW = Date.parse('2026-11-23T04:00:00Z');
const candidate = (name: string, over: Partial<DispatchCandidateView> = {}): DispatchCandidateView => ({
  staffId: name,
  name,
  chosen: false,
  claimant: false,
  dropped: null,
  openOrders: 2,
  capacity: 8,
  assignedToday: 1,
  dailyQuota: 12,
  weight: 1,
  assignedByRule: 0,
  clockStartsAt: null,
  ...over,
});
const decision = (over: Partial<DispatchDecisionView> = {}): DispatchDecisionView => ({
  id: 'd1',
  decidedAt: '2026-11-23T02:00:00Z',
  round: 1,
  ruleSetVersion: 1,
  outcome: 'assigned',
  tier: 'on-duty',
  chosen: { id: 'ma', name: '马师傅' },
  claimants: [],
  supervisor: null,
  rule: { id: 'water', name: '水管与洁具', mode: 'assign', modeName: '指派' },
  rulesTried: [
    { id: 'complaints', name: '投诉', matched: false, reason: '不是投诉' },
    { id: 'water', name: '水管与洁具', matched: true, reason: '类别符合' },
  ],
  candidates: [candidate('赵师傅', { dropped: { code: 'off-duty', text: '现在不在岗' } }), candidate('马师傅', { chosen: true })],
  sentences: ['按「水管与洁具」（指派）派给马师傅'],
  ...over,
});
const told = (...decisions: DispatchDecisionView[]) => tellDispatch({ workOrderId: 'o1', decisions }, '这张工单由你负责', NOW);

it('tells the answer first, then the rules in order and who was considered, the chosen one on top', () => {
  expect(told(decision())).toEqual({
    sentences: ['这张工单由你负责', '按「水管与洁具」（指派）派给马师傅'],
    rules: [
      { name: '投诉', matched: false, reason: '不是投诉', verdict: '不符合' },
      { name: '水管与洁具', matched: true, reason: '类别符合', verdict: '按此派单' },
    ],
    candidates: [
      { name: '马师傅', chosen: true, text: '手上 2/8，今日 1/12' },
      { name: '赵师傅', chosen: false, text: '现在不在岗；手上 2/8，今日 1/12' },
    ],
  });
});

it('tells earlier rounds in the order in which they happened', () => {
  const first = decision({ chosen: { id: 'zhao', name: '赵师傅' } });
  const second = decision({ round: 2, outcome: 'claimable', claimants: [{ id: 'qian', name: '钱师傅' }] });
  const third = decision({ round: 3, outcome: 'supervisor', sentences: ['请主管孙丽安排'] });
  expect(told(third, second, first).sentences).toEqual([
    '这张工单由你负责',
    '请主管孙丽安排',
    '第 1 次派单，今天 10:00 派给赵师傅',
    '第 2 次派单，今天 10:00 请钱师傅抢单',
  ]);
});

it('marks those who may claim it, and a rule that applied but found nobody', () => {
  const claim = decision({ outcome: 'claimable', rule: null, candidates: [candidate('钱师傅', { claimant: true })] });
  expect(told(claim).candidates[0]?.text).toBe('可抢单；手上 2/8，今日 1/12');
  expect(told(claim).rules[1]?.verdict).toBe('适用，但无人可派');
});

it('says why also before anything was decided', () => {
  expect(told()).toEqual({ sentences: ['这张工单由你负责'], rules: [], candidates: [] });
});
