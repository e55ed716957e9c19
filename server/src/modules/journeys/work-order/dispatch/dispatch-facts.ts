import type { DispatchCandidateView, DispatchDecisionView, DispatchTier, WorkOrderKind } from '@guihu/shared';
import type { CandidateFacts } from '../../../registers/choice';

/** How somebody let go of an order that was theirs. */
export type LetGo = 'declined' | 'missed' | 'returned' | 'transferred';

/** What is known at the second of a dispatch. `inShift` and `clockStartsAt` of a candidate count the rota as well as the shift. */
export interface DispatchFacts {
  /** Epoch milliseconds. */
  at: number;
  order: {
    kind: WorkOrderKind;
    buildingId: string | null;
    /** As people know the building; empty when the order belongs to none. */
    buildingName: string;
    /** Ids from the root of the tree down to the category that was chosen. */
    categoryPath: readonly string[];
    categoryName: string;
    urgent: boolean;
  };
  /** Everybody who had this order and let it go; one entry for each time. They are not asked again. */
  excluded: readonly { staffId: string; because: LetGo }[];
  /** Times declined, missed or returned after which the supervisor decides (a transfer by hand does not count); 3 when not given. */
  maxRounds?: number;
  /** Every engineer of the project, in any order. */
  candidates: readonly CandidateFacts[];
  supervisor: { id: string; name: string } | null;
  manager: { id: string; name: string } | null;
}

/** Tiers in which a rule finds somebody. */
export type PlacedTier = Exclude<DispatchTier, 'supervisor'>;

/** A reason that only orders know. */
export type OrderDrop = 'had-it-before';
export type DispatchDrop = NonNullable<DispatchCandidateView['dropped']>;

type Explained = Pick<DispatchDecisionView, 'rulesTried' | 'candidates' | 'sentences'>;
type Named = { id: string; name: string };
type DecidingRule = NonNullable<DispatchDecisionView['rule']>;

/** The last sentence is always the conclusion. Ids and instants of the record itself are the caller's. */
export type DispatchDecision = Explained &
  (
    | { outcome: 'assigned'; tier: PlacedTier; chosen: Named; claimants: []; supervisor: null; rule: DecidingRule }
    | { outcome: 'claimable'; tier: 'on-duty'; chosen: null; claimants: Named[]; supervisor: null; rule: DecidingRule }
    | { outcome: 'supervisor'; tier: 'supervisor'; chosen: null; claimants: []; supervisor: Named | null; rule: null }
  );
