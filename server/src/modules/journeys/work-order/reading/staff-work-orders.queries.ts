import { OPEN_WORK_ORDER_STATUSES, type Page, type StaffWorkOrderSummary, type WorkOrderStatus } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database, marks } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { refusedField } from '../../../../platform/http/coded-error';
import { decodeCursor, encodeCursor } from '../../../../platform/http/cursor';
import { UnitQueries } from '../../../registers/project';
import { orderOf, type WorkOrderRow } from '../work-order.rows';
import { among, anyOf, type Condition, type Way, WorkOrderAccess } from '../work-order-access';
import { OrderDescription } from './order-description';
import { type OrderPage, pageStatement } from './order-lists.rows';

export const ORDER_VIEWS = ['mine', 'claimable', 'late', 'team', 'done'] as const;
export type OrderView = (typeof ORDER_VIEWS)[number];

export interface OrderFilter {
  view?: OrderView;
  status?: WorkOrderStatus;
  projectId?: string;
  /** A number from its beginning, or where the home is: `1203`, `3号楼 12`. */
  q?: string;
  cursor?: string;
  limit: number;
}

const OVER: readonly WorkOrderStatus[] = ['resolved', 'closed', 'cancelled'];
/** Homes that one search may mean. */
const MOST_HOMES = 200;

const OPEN: Condition = { sql: `o.status IN ${marks(OPEN_WORK_ORDER_STATUSES.length)}`, values: [...OPEN_WORK_ORDER_STATUSES] };

/** Work orders as colleagues list them. Nothing here answers without a scope. */
@Injectable()
export class StaffWorkOrderQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: WorkOrderAccess,
    private readonly units: UnitQueries,
    private readonly description: OrderDescription,
  ) {}

  /** By keyset; no total is counted. What is open is sorted by what ends first, everything else newest first. */
  async list(actor: StaffActor, filter: OrderFilter): Promise<Page<StaffWorkOrderSummary>> {
    const view = await this.viewOf(actor, filter.view);
    const filters = [...view.filters];
    if (filter.status) filters.push({ sql: 'o.status = ?', values: [filter.status] });
    if (filter.projectId) filters.push({ sql: 'o.project_id = ?', values: [filter.projectId] });
    const ways = filter.q === undefined ? view.ways : await this.searched(filter.q, anyOf(view.ways));
    const statement = pageStatement({
      ...view,
      ways,
      filters,
      after: filter.cursor === undefined ? null : readCursor(filter.cursor, view.sorted),
      most: filter.limit + 1,
    });
    const rows = (await this.database.rows<Record<string, unknown>>(statement.sql, statement.values)).map(orderOf);
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    return {
      items: await this.description.summaries(page),
      nextCursor: rows.length > filter.limit && last ? cursorOf(last, view.sorted) : null,
    };
  }

  private async viewOf(actor: StaffActor, view: OrderView | undefined): Promise<Pick<OrderPage, 'ways' | 'filters' | 'sorted' | 'only'>> {
    switch (view) {
      case 'mine':
        return {
          ways: [among('o.assignee_id', [actor.staffId]), among('o.responsible_id', [actor.staffId])],
          filters: [OPEN],
          sorted: 'due',
        };
      case 'claimable':
        return { ways: await this.claimable(actor), filters: [], sorted: 'due' };
      case 'late':
        return {
          ways: await this.access.ways(actor),
          filters: [OPEN, { sql: 'o.next_due_at <= ?', values: [this.clock.now()] }],
          sorted: 'due',
        };
      case 'team':
        return { ways: await this.access.ways(actor), filters: [OPEN], sorted: 'due' };
      case 'done':
        return {
          ways: await this.access.ways(actor),
          filters: [{ sql: `o.status IN ${marks(OVER.length)}`, values: [...OVER] }],
          sorted: 'newest',
          only: 'over',
        };
      default:
        return { ways: await this.access.ways(actor), filters: [], sorted: 'newest' };
    }
  }

  /** What is put before several: those that the colleague may claim; a leader sees all of the scope. */
  private async claimable(actor: StaffActor): Promise<Way[]> {
    const own = actor.scope.kind === 'own';
    const scope = own ? { sql: 'c.staff_id = ?', values: [actor.staffId] } : await this.access.condition(actor);
    return [
      {
        sql: `o.status = 'dispatched' AND o.assignee_id IS NULL AND ${own ? '' : `${scope.sql} AND`}
          EXISTS (SELECT 1 FROM work_order_claimants c WHERE c.work_order_id = o.id${own ? ` AND ${scope.sql}` : ''})`,
        values: scope.values,
      },
    ];
  }

  private async searched(q: string, seen: Condition): Promise<Way[]> {
    const number = this.numbered(q.replace(/[\s%_\\]+/g, '').toUpperCase());
    const unitIds = await this.units.beginningWith(q, MOST_HOMES);
    const home = among('o.unit_id', unitIds);
    const both = (found: Condition) => ({ sql: `${found.sql} AND ${seen.sql}`, values: [...found.values, ...seen.values] });
    return unitIds.length > 0 ? [both(number), both(home)] : [both(number)];
  }

  /** SQLite's LIKE ignores case and its index does not, so that a range is what the index can answer there. */
  private numbered(beginning: string): Condition {
    if (beginning === '') return { sql: '1 = 0', values: [] };
    return this.database.dialect === 'sqlite'
      ? { sql: 'o.number >= ? AND o.number < ?', values: [beginning, `${beginning}\u{10ffff}`] }
      : { sql: 'o.number LIKE ?', values: [`${beginning}%`] };
  }
}

const cursorOf = (last: WorkOrderRow, sorted: OrderPage['sorted']): string =>
  encodeCursor(sorted === 'due' ? [last.next_due_at ?? 0, last.id] : [last.id]);

/** @throws CodedError `request.invalid` for a cursor that another list gave */
function readCursor(cursor: string, sorted: OrderPage['sorted']): NonNullable<OrderPage['after']> {
  const parts = decodeCursor(cursor);
  const [first, second] = parts;
  if (sorted === 'due' && parts.length === 2 && typeof first === 'number' && typeof second === 'string')
    return { dueAt: first, id: second };
  if (sorted === 'newest' && parts.length === 1 && typeof first === 'string') return { id: first };
  throw refusedField('request.invalid', 'cursor', 'cursor', '翻页位置无效，请从第一页重新打开');
}
