import type { CandidateFacts } from '../../../registers/choice';
import type { DispatchFacts } from './dispatch-facts';

/** One order as it really went. Instants are epoch milliseconds. */
export interface PastOrder {
  id: string;
  number: string;
  /** When it was reported, and so first dispatched. */
  createdAt: number;
  order: DispatchFacts['order'];
  /** Who really had it, the last one where there were several; null when no engineer ever did. */
  assigneeId: string | null;
  /** Minutes between that engineer being there to answer and their yes; null without a yes. */
  acceptMinutes: number | null;
  /** When it left that engineer's hands; null while it has not. */
  heldUntil: number | null;
}

export interface SimulatedEngineer
  extends Pick<CandidateFacts, 'staffId' | 'name' | 'teamId' | 'active' | 'capacity' | 'dailyQuota' | 'skills'> {
  /** As shifts, rota and leaves of that time had it. */
  presenceAt(at: number): Pick<CandidateFacts, 'inShift' | 'onLeave' | 'clockStartsAt'>;
}

export interface SimulatedStaff extends Pick<DispatchFacts, 'supervisor' | 'manager'> {
  /** Every engineer of the project, with whoever left since and had one of the orders. */
  engineers: readonly SimulatedEngineer[];
}

/** An order with whom the draft would have given it to; null where a supervisor would have had to decide. */
export interface ReplayedOrder {
  past: PastOrder;
  takerId: string | null;
}
