import { allows, type ServicePolicy, WORK_ORDER_TRANSITIONS, type WorkOrderVerb } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { execute, insertRows } from '../../../platform/database/database';
import { coded } from '../../../platform/http/coded-error';
import { JobQueue, type JobRequest } from '../../../platform/jobs/job-queue';
import type { Schedule } from '../../../platform/working-time';
import { WorkSchedules } from '../../registers/staff';
import { mostUrgent, readClocks } from './clock/clock.policy';
import { nextTick } from './clock/ticks.policy';
import { DispatchRules } from './dispatch/dispatch-rules';
import { clockKey, ORDER_CLOCK } from './work-order.jobs';
import { lockOrders, logsOf, orderSubject, type WorkOrderRow } from './work-order.rows';
import type { WorkOrderActor, WorkOrderEvent, WorkOrderEventData, WorkOrderEventType } from './work-order-log';

export const SYSTEM: WorkOrderActor = { kind: 'system', id: null };

/** What every new order starts from; the rest is written by its first events. */
export type NewOrder = Pick<
  WorkOrderRow,
  | 'id'
  | 'number'
  | 'kind'
  | 'project_id'
  | 'building_id'
  | 'unit_id'
  | 'customer_id'
  | 'category_id'
  | 'description'
  | 'contact_sealed'
  | 'preferred_at'
  | 'urgent'
  | 'severity'
  | 'grade'
  | 'warranty'
  | 'policy_version'
  | 'created_at'
>;

/** One order held for the rest of a transaction: its columns may be set, its state moved by the table, its log only added to. */
export class OpenOrder {
  readonly fresh: WorkOrderEvent[] = [];
  private readonly seenSeq: number;

  constructor(
    readonly row: WorkOrderRow,
    private readonly past: readonly WorkOrderEvent[],
    readonly policy: ServicePolicy,
    readonly schedule: Schedule | null,
  ) {
    this.seenSeq = row.last_seq;
  }

  get log(): WorkOrderEvent[] {
    return [...this.past, ...this.fresh];
  }

  get isNew(): boolean {
    return this.seenSeq === 0;
  }

  /** The log's length when the order was taken: the update names it, so of two changes at once one is refused. */
  get seen(): number {
    return this.seenSeq;
  }

  note<T extends WorkOrderEventType>(at: number, type: T, actor: WorkOrderActor, data: WorkOrderEventData[T]): void {
    this.row.last_seq += 1;
    // Workers' clocks may differ by a little; a log never runs backwards.
    const notBefore = this.log.at(-1)?.at ?? at;
    this.fresh.push({ seq: this.row.last_seq, at: Math.max(at, notBefore), type, actor, data } as WorkOrderEvent);
  }

  can(verb: WorkOrderVerb): boolean {
    return allows(WORK_ORDER_TRANSITIONS, this.row.status, verb);
  }

  /** @throws CodedError `work-order.state-conflict` when the table does not allow it */
  move(verb: WorkOrderVerb): void {
    if (!this.can(verb)) throw coded('work-order.state-conflict');
    this.row.status = WORK_ORDER_TRANSITIONS.verbs[verb].to;
  }
}

/** Opens orders with their logs and writes them back: columns, new events, sort column and the one clock job, in one transaction. */
@Injectable()
export class OrderBook {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly rules: DispatchRules,
    private readonly schedules: WorkSchedules,
  ) {}

  /** @throws CodedError `work-order.not-found` */
  async open(tx: EntityManager, id: string): Promise<OpenOrder> {
    const [order] = await this.openAll(tx, [id]);
    if (!order) throw coded('work-order.not-found');
    return order;
  }

  /** Orders that exist, in the order of their ids. */
  async openAll(tx: EntityManager, ids: readonly string[]): Promise<OpenOrder[]> {
    const rows = await lockOrders(tx, ids);
    const logs = await logsOf(
      tx,
      rows.map((row) => row.id),
    );
    return Promise.all(rows.map(async (row) => this.opened(row, logs.get(row.id) ?? [])));
  }

  begin(order: NewOrder): Promise<OpenOrder> {
    const row: WorkOrderRow = {
      ...order,
      status: 'received',
      assignee_id: null,
      responsible_id: null,
      contractor_id: null,
      round: 0,
      escalation: 0,
      urges: 0,
      last_seq: 0,
      next_clock: null,
      next_due_at: null,
      stars: null,
      rating: null,
      outcome: null,
      updated_at: order.created_at,
      resolved_at: null,
      closed_at: null,
    };
    return this.opened(row, []);
  }

  /**
   * @param more jobs that follow from the change; they go out in the same statement as the clock jobs
   * @throws CodedError `work-order.state-conflict` when somebody else changed the order meanwhile
   */
  async save(tx: EntityManager, orders: readonly OpenOrder[], ...more: JobRequest[]): Promise<void> {
    const now = this.clock.now();
    for (const order of orders) this.project(order, now);
    await insertRows(
      tx,
      'work_orders',
      orders.filter((o) => o.isNew).map((o) => ({ ...o.row })),
    );
    for (const order of orders) if (!order.isNew) await this.update(tx, order);
    await insertRows(tx, 'work_order_events', orders.flatMap(eventRows));
    const clockJobs = orders.map((order) => clockJobOf(order, now));
    for (const [i, job] of clockJobs.entries()) if (!job) await this.jobs.cancel(tx, orderSubject(orders[i]!.row.id), ORDER_CLOCK);
    await this.jobs.add(tx, ...clockJobs.filter((job) => job !== null), ...more);
  }

  private async opened(row: WorkOrderRow, log: WorkOrderEvent[]): Promise<OpenOrder> {
    const policy = await this.rules.policyOf(row.project_id, row.policy_version);
    return new OpenOrder(row, log, policy, policy.hours === 'service' ? await this.schedules.serviceHours() : null);
  }

  /** What boards sort by follows from the log like everything else. */
  private project(order: OpenOrder, now: number): void {
    const first = mostUrgent(readClocks(order.log, order.policy, order.schedule, now));
    order.row.next_clock = first?.clock.key ?? null;
    order.row.next_due_at = first?.clock.dueAt ?? null;
    order.row.updated_at = now;
  }

  private async update(tx: EntityManager, order: OpenOrder): Promise<void> {
    const { id, ...columns } = order.row;
    const changing = Object.entries(columns).filter(([name]) => CHANGING.has(name));
    const won = await execute(
      tx,
      `UPDATE work_orders SET ${changing.map(([name]) => `${name} = ?`).join(', ')} WHERE id = ? AND last_seq = ?`,
      [...changing.map(([, value]) => plain(value)), id, order.seen],
    );
    if (won === 0) throw coded('work-order.state-conflict');
  }
}

/** What was reported never changes; everything else follows the log. */
const CHANGING = new Set([
  'status',
  'assignee_id',
  'responsible_id',
  'contractor_id',
  'round',
  'escalation',
  'urges',
  'last_seq',
  'next_clock',
  'next_due_at',
  'severity',
  'grade',
  'stars',
  'rating',
  'outcome',
  'updated_at',
  'resolved_at',
  'closed_at',
]);

const plain = (value: unknown): unknown => (value !== null && typeof value === 'object' ? JSON.stringify(value) : value);

const eventRows = (order: OpenOrder) =>
  order.fresh.map((event) => ({
    work_order_id: order.row.id,
    seq: event.seq,
    at: event.at,
    type: event.type,
    actor_kind: event.actor.kind,
    actor_id: event.actor.id,
    data: event.data,
  }));

/** The one job that wakes when something is next owed; null for an ended order that owes nothing any more. */
function clockJobOf(order: OpenOrder, now: number): JobRequest | null {
  const tick = nextTick(order.log, order.policy, order.schedule, now);
  if (!tick) return null;
  const { id } = order.row;
  return {
    kind: ORDER_CLOCK,
    payload: { orderId: id },
    runAt: tick.at,
    key: clockKey(id),
    reschedule: true,
    first: order.isNew,
    subject: orderSubject(id),
  };
}
