import { DISPATCH_TIERS, type DispatchRuleSet, type DispatchSimulationView, type DispatchTier } from '@guihu/shared';
import { decideDispatch } from './dispatch.policy';
import type { DispatchDecision } from './dispatch-facts';
import { acceptanceEstimate, compareAcceptance, type Estimate, quickest } from './simulation-acceptance.policy';
import type { PastOrder, ReplayedOrder, SimulatedEngineer, SimulatedStaff } from './simulation-facts';
import { compareLoads, ReplayedLoad } from './simulation-load';
import { saySimulation } from './simulation-words.policy';

export type { PastOrder, SimulatedEngineer, SimulatedStaff } from './simulation-facts';

const MOST_EXAMPLES = 20;

type Rules = Pick<DispatchRuleSet, 'rules'>;
type Decided = ReplayedOrder & { decision: DispatchDecision };

/**
 * What a draft would have made of past orders, given out anew one after another as they came in. Nothing is changed by asking.
 *
 * Loads, daily numbers and turns start from nothing and are carried along: an order is in the hands of whom the draft gave it to
 * from its report until it really left its engineer's. Nobody remembers the switch, so everybody is taken as switched on; shifts,
 * rota and leaves are those of the time. Refusals are not replayed: each order is decided once. One offered to be claimed goes to
 * who really had it when they were asked too, else to whoever would say yes first.
 */
export function simulateDispatch(past: readonly PastOrder[], ruleSet: Rules, staff: SimulatedStaff): DispatchSimulationView {
  const orders = [...past].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const estimate = acceptanceEstimate(orders, staff.engineers);
  const replayed = replay(orders, ruleSet, staff, estimate);
  const changed = replayed.filter(({ past: { assigneeId }, takerId }) => takerId !== assigneeId);
  const simulated = {
    orders: orders.length,
    changed: changed.length,
    engineers: compareLoads(replayed, staff.engineers),
    acceptMinutes: compareAcceptance(replayed, estimate),
    tiers: tiersOf(replayed),
    claimable: replayed.filter(({ decision }) => decision.outcome === 'claimable').length,
    examples: changed
      .slice(-MOST_EXAMPLES)
      .reverse()
      .map((each) => exampleOf(each, staff.engineers)),
  };
  return { ...simulated, sentences: saySimulation(simulated) };
}

function replay(orders: readonly PastOrder[], ruleSet: Rules, staff: SimulatedStaff, estimate: Estimate): Decided[] {
  const people = staff.engineers.map(({ presenceAt, ...engineer }) => ({ engineer, presenceAt, load: new ReplayedLoad() }));
  return orders.map((past) => {
    const { createdAt: at, order } = past;
    const candidates = people.map(({ engineer, presenceAt, load }) => ({
      ...engineer,
      onDuty: true,
      ...presenceAt(at),
      ...load.factsAt(at),
    }));
    const { supervisor, manager } = staff;
    const decision = decideDispatch({ at, order, excluded: [], candidates, supervisor, manager }, ruleSet);
    const takerId = takerOf(decision, past, estimate);
    const taker = people.find(({ engineer }) => engineer.staffId === takerId);
    if (taker && decision.rule) taker.load.add(decision.rule.id, past);
    return { past, decision, takerId };
  });
}

function takerOf(decision: DispatchDecision, { assigneeId, createdAt }: PastOrder, estimate: Estimate): string | null {
  if (decision.outcome !== 'claimable') return decision.chosen?.id ?? null;
  const asked = decision.claimants.map(({ id }) => id);
  return assigneeId !== null && asked.includes(assigneeId) ? assigneeId : quickest(asked, createdAt, estimate);
}

function tiersOf(replayed: readonly Decided[]): DispatchSimulationView['tiers'] {
  return Object.entries(DISPATCH_TIERS).map(([key, name]) => {
    const tier = key as DispatchTier;
    const orders = replayed.filter(({ decision }) => decision.tier === tier).length;
    return { tier, name, orders, share: replayed.length === 0 ? 0 : orders / replayed.length };
  });
}

function exampleOf(
  { past, decision, takerId }: Decided,
  engineers: readonly SimulatedEngineer[],
): DispatchSimulationView['examples'][number] {
  const nameOf = (staffId: string | null, nobody: string) =>
    staffId === null ? nobody : (engineers.find((e) => e.staffId === staffId)?.name ?? '已离开的同事');
  return {
    id: past.id,
    number: past.number,
    createdAt: new Date(past.createdAt).toISOString(),
    now: nameOf(past.assigneeId, '未派到人'),
    draft: nameOf(takerId, '主管安排'),
    rule: decision.rule?.name ?? null,
  };
}
