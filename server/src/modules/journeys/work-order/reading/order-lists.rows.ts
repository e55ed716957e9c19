import type { Condition, Way } from '../work-order-access';

/**
 * One page of work orders. Every open order has a next due time and no other one has: it is a projection of the clocks, and the
 * sweep watches over it. So open lists walk one index by due time, and lists of what is over walk it where there is none.
 */
export interface OrderPage {
  /** Alternatives of which each order meets at least one. */
  ways: readonly Way[];
  /** What every order of the page meets. */
  filters: readonly Condition[];
  /** `due`: what ends first on top. `newest`: by id, which grows with time. */
  sorted: 'due' | 'newest';
  /** Where no order with a clock (`due`) or without one (`over`) is wanted. */
  only?: 'due' | 'over';
  after: { dueAt: number; id: string } | { id: string } | null;
  most: number;
}

/** The statement of a page. Each way is asked by itself for as much as the page can hold, so that none is read whole. */
export function pageStatement(page: OrderPage): Condition {
  const parts = page.sorted === 'due' ? page.ways.map((way) => duePart(way, page)) : page.ways.flatMap((way) => newestParts(way, page));
  const order = page.sorted === 'due' ? 'due_at, id' : 'id DESC';
  const found = parts.map((part, i) => `SELECT id, due_at FROM (${part.sql}) w${i}`).join(' UNION ');
  return {
    sql: `SELECT o.* FROM (SELECT id, due_at FROM (${found}) found ORDER BY ${order} LIMIT ?) page
      JOIN work_orders o ON o.id = page.id ORDER BY page.${order.replace(', id', ', page.id')}`,
    values: [...parts.flatMap((part) => part.values), page.most],
  };
}

function duePart(way: Way, { filters, after, most }: OrderPage): Condition {
  const from = after && 'dueAt' in after ? after : null;
  const place: Condition = from
    ? {
        sql: 'o.next_due_at >= ? AND (o.next_due_at > ? OR o.id > ?)',
        values: [from.dueAt, from.dueAt, from.id],
      }
    : { sql: 'o.next_due_at >= 0', values: [] };
  return part([way, ...filters, place], 'o.next_due_at, o.id', most);
}

/** In pieces: with and without a due time, and one by one whatever the way adds up. */
function newestParts(way: Way, { filters, after, most, only }: OrderPage): Condition[] {
  const clocks = [
    ...(only === 'over' ? [] : [{ sql: 'o.next_due_at >= 0', values: [] }]),
    ...(only === 'due' ? [] : [{ sql: 'o.next_due_at IS NULL', values: [] }]),
  ];
  const place: Condition[] = after ? [{ sql: 'o.id < ?', values: [after.id] }] : [];
  return (way.pieces ?? [way]).flatMap((piece) => clocks.map((clock) => part([piece, clock, ...filters, ...place], 'o.id DESC', most)));
}

const part = (conditions: readonly Condition[], order: string, most: number): Condition => ({
  sql: `SELECT o.id, o.next_due_at AS due_at FROM work_orders o WHERE ${conditions.map((each) => each.sql).join(' AND ')} ORDER BY ${order} LIMIT ?`,
  values: [...conditions.flatMap((each) => each.values), most],
});
