import { DEFAULT_SERVICE_POLICY, type WorkOrderStatus, warrantyVerdict } from '@guihu/shared';
import { newId } from '../../src/platform/database/columns';

const HOUR = 3_600_000;

type Put = (table: string, ...rows: Record<string, unknown>[]) => void;

/** Who and where the orders of a crowd are. */
export interface OrderGround {
  units: readonly { id: string; project_id: string; building_id: string }[];
  /** Engineers first to last; the first serves the first order. */
  engineers: readonly string[];
  categories: readonly string[];
  customerIds: readonly string[];
}

/** Most orders are over; of a hundred four are rated next or under way. */
const statusOf = (i: number): WorkOrderStatus => {
  const place = i % 100;
  if (place < 90) return 'closed';
  if (place < 96) return 'cancelled';
  return (['resolved', 'dispatched', 'accepted', 'working'] as const)[place - 96] as WorkOrderStatus;
};

/** One order of a crowd with the log that led to where it is, valid as far as it goes, and the clock job of an open one. */
export function orderOfCrowd(
  put: Put,
  i: number,
  { units, engineers, categories, customerIds }: OrderGround,
  at: number,
  now: number,
): void {
  const pick = <T>(list: readonly T[]): T => list[i % list.length] as T;
  const id = newId();
  const status = statusOf(i);
  const open = ['dispatched', 'accepted', 'working'].includes(status);
  const reportedAt = open ? now - (i % 24) * HOUR : at;
  const [unit, engineer] = [pick(units), engineers[Math.floor(i / 100) % engineers.length] as string];
  const steps = stepsOf(status, engineer, i);
  const done = steps.length > 4 && status !== 'cancelled';
  put('work_orders', {
    id,
    number: `CR${String(i).padStart(6, '0')}`,
    kind: 'repair',
    project_id: unit.project_id,
    building_id: unit.building_id,
    unit_id: unit.id,
    customer_id: pick(customerIds),
    category_id: pick(categories),
    description: '水龙头漏水',
    urgent: false,
    warranty: warrantyVerdict(null, null, '2026-11-23'),
    status,
    assignee_id: engineer,
    responsible_id: engineer,
    round: 1,
    last_seq: steps.length,
    policy_version: 0,
    next_clock: open ? (status === 'dispatched' ? 'accept' : 'resolve') : null,
    next_due_at: open ? now + ((i % 48) - 4) * HOUR : null,
    stars: status === 'closed' ? 1 + (i % 5) : null,
    created_at: reportedAt,
    updated_at: reportedAt,
    resolved_at: done ? reportedAt + 5 * HOUR : null,
    closed_at: status === 'closed' || status === 'cancelled' ? reportedAt + 6 * HOUR : null,
  });
  put(
    'work_order_events',
    ...steps.map(([type, actorKind, data], seq) => ({
      work_order_id: id,
      seq: seq + 1,
      at: reportedAt + seq * HOUR,
      type,
      actor_kind: actorKind,
      actor_id: actorKind === 'staff' ? engineer : null,
      data,
    })),
  );
  put('dispatch_decisions', { id: newId(), work_order_id: id, decided_at: reportedAt, decision: { outcome: 'assigned', sentences: [] } });
  if (status === 'closed' && i % 10 === 0) put('revisits', revisitOf(id, unit.project_id, engineer, i, reportedAt));
  if (open || status === 'resolved') put('jobs', clockJob(id, now));
}

type Step = [type: string, actorKind: 'customer' | 'staff' | 'system', data: Record<string, unknown>];

function stepsOf(status: WorkOrderStatus, engineer: string, i: number): Step[] {
  const all: Step[] = [
    ['reported', 'customer', { kind: 'repair', urgent: false, preferredAt: null }],
    ['dispatched', 'system', { staffId: engineer }],
    ['accepted', 'staff', { staffId: engineer }],
    ['arrived', 'staff', {}],
    ['finished', 'staff', { words: '已修好' }],
    ['rated', 'customer', { stars: 1 + (i % 5) }],
    ['closed', 'system', { why: 'rated' }],
  ];
  const length: Partial<Record<WorkOrderStatus, number>> = { dispatched: 2, accepted: 3, working: 4, resolved: 5, closed: 7 };
  if (status === 'cancelled') return [...all.slice(0, 2), ['cancelled', 'customer', { reason: '自己修好了' }]];
  return all.slice(0, length[status]);
}

const revisitOf = (workOrderId: string, projectId: string, ownerId: string, i: number, at: number) => ({
  id: newId(),
  work_order_id: workOrderId,
  project_id: projectId,
  round: 1,
  reason: 'unrated',
  owner_id: ownerId,
  status: i % 500 === 0 ? 'open' : 'done',
  opened_at: at,
  due_at: at + DEFAULT_SERVICE_POLICY.revisitAfterHours * HOUR,
  done_at: i % 500 === 0 ? null : at,
});

const clockJob = (orderId: string, now: number) => ({
  id: newId(),
  kind: 'work-order.clock',
  status: 'pending',
  payload: { orderId },
  run_at: now + 30 * 24 * HOUR,
  active_key: `work-order.clock:${orderId}`,
  subject: `work-order:${orderId}`,
  attempts: 0,
  max_attempts: 8,
  created_at: now,
  finished_at: null,
});
