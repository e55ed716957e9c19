import { OPEN_WORK_ORDER_STATUSES, type WorkOrderStatus } from '@guihu/shared';
import { marks } from '../../../../platform/database/database';
import type { WorkOrderRow } from '../work-order.rows';
import { type Condition, conditionOf, type Way } from '../work-order-access';

/**
 * One page of work orders. Every open order has a next due time and no other one has: it is a projection of the clocks, and the
 * sweep watches over it. So what is open is read by due time, and what is over by its state, where ids grow with time; each part is
 * asked for as much as the page can hold, as one index has it, so that nothing is read whole however many years there are.
 */
export interface OrderPage {
  /** Alternatives of which each order meets at least one. */
  ways: readonly Way[];
  statuses: readonly WorkOrderStatus[];
  projectId?: string;
  /** Late at this instant, epoch ms. */
  dueBy?: number;
  /** `due`: what ends first on top, of open orders only. `newest`: by id. */
  sorted: 'due' | 'newest';
  after: { dueAt: number; id: string } | { id: string } | null;
  most: number;
}

/** States after the work; an order that nobody ever had can only be cancelled. */
export const OVER: readonly WorkOrderStatus[] = ['resolved', 'closed', 'cancelled'];

export function pageStatement(page: OrderPage): Condition {
  const parts = page.sorted === 'due' ? openParts(page) : [...openParts(page), ...overParts(page)];
  const order = (alias: string) => (page.sorted === 'due' ? `${alias}due_at, ${alias}id` : `${alias}id DESC`);
  if (parts.length === 0) return { sql: 'SELECT o.* FROM work_orders o WHERE 1 = 0', values: [] };
  const found = parts.map((part, i) => `SELECT id, due_at FROM (${part.sql}) w${i}`).join(' UNION ');
  return {
    sql: `SELECT o.* FROM (SELECT id, due_at FROM (${found}) found ORDER BY ${order('')} LIMIT ?) page
      JOIN work_orders o ON o.id = page.id ORDER BY ${order('page.')}`,
    values: [...parts.flatMap((part) => part.values), page.most],
  };
}

/** As many as people can serve: read by due time. What else is asked of them must not tempt another index. */
function openParts(page: OrderPage): Condition[] {
  const statuses = page.statuses.filter((status) => OPEN_WORK_ORDER_STATUSES.includes(status));
  if (statuses.length === 0) return [];
  const filters: Condition[] = [
    { sql: `COALESCE(o.status, '') IN ${marks(statuses.length)}`, values: [...statuses] },
    ...(page.projectId === undefined ? [] : [{ sql: `COALESCE(o.project_id, '') = ?`, values: [page.projectId] }]),
    ...(page.dueBy === undefined ? [] : [{ sql: 'o.next_due_at <= ?', values: [page.dueBy] }]),
    openPlace(page.after),
  ];
  const order = page.sorted === 'due' ? 'o.next_due_at, o.id' : `COALESCE(o.id, '') DESC`;
  return page.ways.map((way) => part([conditionOf(way), ...filters], order, page.most));
}

function openPlace(after: OrderPage['after']): Condition {
  if (after === null) return { sql: 'o.next_due_at >= 0', values: [] };
  if (!('dueAt' in after)) return { sql: `o.next_due_at >= 0 AND COALESCE(o.id, '') < ?`, values: [after.id] };
  const { dueAt, id } = after;
  return { sql: `o.next_due_at >= ? AND (o.next_due_at > ? OR COALESCE(o.id, '') > ?)`, values: [dueAt, dueAt, id] };
}

/** State by state, and one by one whatever a way adds up. Whoever only answered for an order does not list it once it is over. */
function overParts(page: OrderPage): Condition[] {
  const statuses = page.statuses.filter((status) => OVER.includes(status));
  const place: Condition[] = [
    ...(page.projectId === undefined ? [] : [{ sql: `COALESCE(o.project_id, '') = ?`, values: [page.projectId] }]),
    ...(page.after === null ? [] : [{ sql: 'o.id < ?', values: [page.after.id] }]),
  ];
  const of = (condition: Condition, status: WorkOrderStatus) =>
    part([condition, { sql: 'o.status = ?', values: [status] }, ...place], 'o.id DESC', page.most);
  return page.ways.flatMap((way) => {
    if (way.of === 'nobody') return statuses.includes('cancelled') ? [of(conditionOf(way), 'cancelled')] : [];
    if (way.of === 'responsible' || way.of === 'claimant' || way.of === 'claimable') return [];
    const pieces: Way[] = way.of === 'all' ? [way] : way.ids.map((id) => ({ of: way.of, ids: [id] }));
    return pieces.flatMap((piece) => statuses.map((status) => of(single(piece), status)));
  });
}

/** An equality, which an index continues behind. */
function single(way: Way): Condition {
  const { sql, values } = conditionOf(way);
  return { sql: sql.replace('IN (?)', '= ?'), values };
}

const part = (conditions: readonly Condition[], order: string, most: number): Condition => ({
  sql: `SELECT o.id, o.next_due_at AS due_at FROM work_orders o WHERE ${conditions.map((each) => each.sql).join(' AND ')} ORDER BY ${order} LIMIT ?`,
  values: [...conditions.flatMap((each) => each.values), most],
});

/** The same page out of orders that were found beforehand, as many as a person looks through. */
export function pageOfFound(rows: readonly WorkOrderRow[], page: Omit<OrderPage, 'ways'>): WorkOrderRow[] {
  const { after, dueBy } = page;
  const place = (row: WorkOrderRow): readonly [number, string] => (page.sorted === 'due' ? [row.next_due_at ?? 0, row.id] : [0, row.id]);
  const sign = page.sorted === 'due' ? 1 : -1;
  const compare = ([a, x]: readonly [number, string], [b, y]: readonly [number, string]) => sign * (a - b || (x < y ? -1 : x > y ? 1 : 0));
  const behind = after === null ? null : (['dueAt' in after ? after.dueAt : 0, after.id] as const);
  return rows
    .filter((row) => page.statuses.includes(row.status) && (page.projectId === undefined || row.project_id === page.projectId))
    .filter((row) => dueBy === undefined || (row.next_due_at !== null && row.next_due_at <= dueBy))
    .filter((row) => behind === null || compare(place(row), behind) > 0)
    .sort((a, b) => compare(place(a), place(b)))
    .slice(0, page.most);
}
