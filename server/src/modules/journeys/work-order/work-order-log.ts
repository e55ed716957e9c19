import type { ClockKey, ComplaintGrade, RevisitReason, Severity, WorkOrderKind } from '@guihu/shared';

/**
 * What each event of the log carries. Instants are epoch ms, `staffId` is a colleague. Clocks, limits and sentences read
 * only what stands here; a verb may add more keys, nobody relies on them.
 */
export interface WorkOrderEventData {
  reported: { kind: WorkOrderKind; urgent: boolean; preferredAt: number | null };
  /** Somebody is asked: one colleague, or several who may claim it, or nobody yet. After acceptance it takes the order away. */
  dispatched: { staffId: string | null; claimants?: string[]; reason?: string };
  /** Who holds it from now on; the actor may be somebody above. */
  accepted: { staffId: string };
  declined: { reason: string };
  /** Given back by who held it; the order waits for somebody else's yes. */
  returned: { reason: string };
  /** Who is asked next; by who held it, or (`above`) by who decides for others. */
  transferred: { toStaffId: string; reason: string; above?: boolean };
  /** 1 the supervisor, 2 the manager. */
  escalated: { level: 1 | 2; staffId: string | null };
  warned: { clock: ClockKey };
  /** `again`: it was told before and is still late. `staffId`: who looks after it now. */
  overdue: { clock: ClockKey; again?: boolean; staffId?: string | null };
  arrived: { distanceMetres?: number | null };
  paused: { reason: string; untilAt: number };
  /** By hand, or because the longest pause was over. */
  resumed: { why: 'hand' | 'cap' };
  /** First answer to a complaint, J9. */
  responded: { words: string };
  finished: { words: string };
  rated: { stars: number; tags?: string[]; comment?: string | null; stillBroken?: boolean | null };
  urged: { words?: string };
  cancelled: { reason: string };
  reopened: { why: 'owner' | 'low-rating'; reason: string };
  closed: { why: 'rated' | 'time' };
  contracted: { contractorId: string; name: string; reason: string };
  graded: ComplaintGrade & { severity: Severity; reason: string };
  'phone-revealed': Record<string, unknown>;
  'revisit-opened': { reason: RevisitReason; staffId: string | null };
  'revisit-recorded': { connected: boolean; satisfied?: boolean | null; note: string };
  /** The sweep found it forgotten and set it going again. */
  repaired: { reason: string };
}

export type WorkOrderEventType = keyof WorkOrderEventData;

export interface WorkOrderActor {
  kind: 'customer' | 'staff' | 'system';
  id: string | null;
}

/** One entry of the log; `seq` grows by one from 1 and decides the order, `at` (epoch ms) never decreases. */
export type WorkOrderEvent = {
  [Type in WorkOrderEventType]: { seq: number; at: number; type: Type; actor: WorkOrderActor; data: WorkOrderEventData[Type] };
}[WorkOrderEventType];

/** The whole log of one order, in order, beginning with `reported`. */
export type WorkOrderLog = readonly WorkOrderEvent[];
