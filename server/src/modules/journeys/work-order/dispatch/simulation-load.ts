import { beijingDate, type DispatchSimulationView, type SimulatedLoad } from '@guihu/shared';
import type { CandidateFacts } from '../../../registers/choice';
import type { PastOrder, ReplayedOrder, SimulatedEngineer } from './simulation-facts';

const endOf = ({ heldUntil }: PastOrder): number => heldUntil ?? Number.POSITIVE_INFINITY;

/** What one engineer was given so far in a replay. Asked and added to in the order of time. */
export class ReplayedLoad {
  private readonly counts = new Map<string, { assigned: number; lastAt: number }>();
  private readonly today = { day: '', orders: 0 };
  private ends: number[] = [];

  add(ruleId: string, past: PastOrder): void {
    this.turnTo(past.createdAt);
    this.today.orders += 1;
    this.counts.set(ruleId, { assigned: (this.counts.get(ruleId)?.assigned ?? 0) + 1, lastAt: past.createdAt });
    this.ends.push(endOf(past));
  }

  factsAt(at: number): Pick<CandidateFacts, 'openItems' | 'assignedToday' | 'countsByRule' | 'lastAssignedByRule'> {
    this.turnTo(at);
    const counts = [...this.counts];
    return {
      openItems: this.ends.length,
      assignedToday: this.today.orders,
      countsByRule: Object.fromEntries(counts.map(([id, { assigned }]) => [id, assigned])),
      lastAssignedByRule: Object.fromEntries(counts.map(([id, { lastAt }]) => [id, lastAt])),
    };
  }

  private turnTo(at: number): void {
    this.ends = this.ends.filter((end) => end > at);
    const day = beijingDate(at);
    if (day !== this.today.day) Object.assign(this.today, { day, orders: 0 });
  }
}

/** Orders of each engineer as they really went and as the draft would have had it; those with none on either side are left out. */
export function compareLoads(
  replayed: readonly ReplayedOrder[],
  engineers: readonly SimulatedEngineer[],
): DispatchSimulationView['engineers'] {
  const loads = engineers.map(({ staffId, name }) => ({
    staffId,
    name,
    now: loadOf(replayed.filter(({ past }) => past.assigneeId === staffId)),
    draft: loadOf(replayed.filter(({ takerId }) => takerId === staffId)),
  }));
  return loads
    .filter(({ now, draft }) => now.orders + draft.orders > 0)
    .sort((a, b) => b.draft.orders - a.draft.orders || b.now.orders - a.now.orders || (a.staffId < b.staffId ? -1 : 1));
}

/** What ends at an instant is out of hand before what begins at it. */
function loadOf(held: readonly ReplayedOrder[]): SimulatedLoad {
  const moves = held.flatMap(({ past }) => [
    { at: past.createdAt, by: 1 },
    { at: endOf(past), by: -1 },
  ]);
  let [open, mostAtOnce] = [0, 0];
  for (const { by } of moves.sort((a, b) => (a.at === b.at ? a.by - b.by : a.at - b.at))) {
    open += by;
    mostAtOnce = Math.max(mostAtOnce, open);
  }
  return { orders: held.length, mostAtOnce };
}
