import {
  allows,
  type Permission,
  type StaffWorkOrderVerb,
  WORK_ORDER_TRANSITIONS,
  type WorkOrderKind,
  type WorkOrderStatus,
} from '@guihu/shared';
import type { StaffLimits } from '../owner-limits.policy';

export interface OrderFacts {
  kind: WorkOrderKind;
  status: WorkOrderStatus;
  assigneeId: string | null;
  responsibleId: string | null;
}

/** Who looks at the order. */
export interface ServingActor {
  staffId: string;
  /** Decides for others here. */
  steers: boolean;
  /** The order is put before this colleague to be claimed. */
  claimant: boolean;
  permissions: readonly Permission[];
}

/** What a colleague may do with an order now: buttons show these and no others, and the verbs refuse the same. */
export function staffVerbs(order: OrderFacts, actor: ServingActor, limits: StaffLimits): StaffWorkOrderVerb[] {
  const { status, kind, assigneeId, responsibleId } = order;
  const mine = assigneeId === actor.staffId;
  const holds = mine || actor.steers;
  const may = (permission: Permission) => actor.permissions.includes(permission);
  const can = (verb: keyof typeof WORK_ORDER_TRANSITIONS.verbs) => allows(WORK_ORDER_TRANSITIONS, status, verb);
  const serves = may('work-order.serve');
  const rules: Partial<Record<StaffWorkOrderVerb, boolean>> = {
    accept: serves && can('accept') && (mine || responsibleId === actor.staffId),
    claim: serves && can('accept') && assigneeId === null && actor.claimant,
    arrive: serves && holds && kind === 'repair' && can('arrive'),
    respond: serves && holds && kind !== 'repair' && can('arrive'),
    pause: serves && holds && can('pause') && limits.pauses > 0,
    resume: serves && holds && can('resume'),
    finish: serves && holds && can('finish'),
    return: serves && mine && can('redispatch') && limits.returns > 0,
    transfer: serves && holds && can('redispatch') && (actor.steers || limits.transfers > 0),
    contract: serves && holds && can('redispatch') && status !== 'dispatched' && limits.contracts > 0,
    grade: may('work-order.grade') && holds && kind === 'complaint' && can('cancel'),
    cancel: may('work-order.assign') && actor.steers && can('cancel'),
    revealPhone: may('work-order.reveal-phone') && holds,
  };
  return (Object.keys(rules) as StaffWorkOrderVerb[]).filter((verb) => rules[verb]);
}
