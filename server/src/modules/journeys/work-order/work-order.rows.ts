import type { ComplaintGrade, Severity, WarrantyVerdict, WorkOrderKind, WorkOrderOutcome, WorkOrderStatus } from '@guihu/shared';
import type { EntityManager } from 'typeorm';
import { marks, select } from '../../../platform/database/database';
import type { WorkOrderEvent, WorkOrderEventType } from './work-order-log';

/** A work order as hand-written statements write it; JSON columns are read into values. */
export interface WorkOrderRow {
  id: string;
  number: string;
  kind: WorkOrderKind;
  project_id: string;
  building_id: string;
  unit_id: string;
  customer_id: string;
  category_id: string;
  description: string;
  contact_sealed: string | null;
  preferred_at: number | null;
  urgent: boolean;
  severity: Severity | null;
  grade: ComplaintGrade | null;
  warranty: WarrantyVerdict;
  status: WorkOrderStatus;
  assignee_id: string | null;
  responsible_id: string | null;
  contractor_id: string | null;
  round: number;
  escalation: number;
  urges: number;
  last_seq: number;
  policy_version: number;
  next_clock: string | null;
  next_due_at: number | null;
  stars: number | null;
  rating: { stars: number; tags: string[]; comment: string | null; at: string } | null;
  outcome: WorkOrderOutcome | null;
  created_at: number;
  updated_at: number;
  resolved_at: number | null;
  closed_at: number | null;
}

export const orderSubject = (id: string): string => `work-order:${id}`;

/** Pages that messages open. */
export const ownerPage = (id: string): string => `subpackages/home/pages/order/index?id=${id}`;
export const staffPage = (id: string): string => `subpackages/service/pages/order/index?id=${id}`;

type Raw = Record<string, unknown>;

const whole = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));
const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : null);

/** A row as the driver gave it, made into values. */
export function orderOf(raw: Raw): WorkOrderRow {
  return {
    ...(raw as unknown as WorkOrderRow),
    urgent: Boolean(raw.urgent),
    preferred_at: whole(raw.preferred_at),
    grade: parsed(raw.grade),
    warranty: parsed(raw.warranty),
    rating: parsed(raw.rating),
    outcome: parsed(raw.outcome),
    next_due_at: whole(raw.next_due_at),
    created_at: Number(raw.created_at),
    updated_at: Number(raw.updated_at),
    resolved_at: whole(raw.resolved_at),
    closed_at: whole(raw.closed_at),
  };
}

/** Takes several orders, in the order of their ids, so that two batches never wait for each other. */
export async function lockOrders(tx: EntityManager, ids: readonly string[]): Promise<WorkOrderRow[]> {
  if (ids.length === 0) return [];
  const lock = tx.connection.options.type === 'better-sqlite3' ? '' : ' FOR UPDATE';
  const rows = await select<Raw>(tx, `SELECT * FROM work_orders WHERE id IN ${marks(ids.length)} ORDER BY id${lock}`, ids);
  return rows.map(orderOf);
}

/** The logs of several orders, each in the order in which it was written. */
export async function logsOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, WorkOrderEvent[]>> {
  const logs = new Map<string, WorkOrderEvent[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return logs;
  const rows = await select<Raw>(
    tx,
    `SELECT work_order_id, seq, at, type, actor_kind, actor_id, data FROM work_order_events
     WHERE work_order_id IN ${marks(ids.length)} ORDER BY work_order_id, seq`,
    ids,
  );
  for (const row of rows) {
    logs.get(row.work_order_id as string)?.push({
      seq: Number(row.seq),
      at: Number(row.at),
      type: row.type as WorkOrderEventType,
      actor: { kind: row.actor_kind, id: row.actor_id },
      data: JSON.parse(row.data as string),
    } as WorkOrderEvent);
  }
  return logs;
}
