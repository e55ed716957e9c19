import { OPEN_WORK_ORDER_STATUSES, type Page, type StaffWorkOrderSummary, WORK_ORDER_STATUSES, type WorkOrderStatus } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database, marks } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { refusedField } from '../../../../platform/http/coded-error';
import { decodeCursor, encodeCursor } from '../../../../platform/http/cursor';
import { UnitQueries } from '../../../registers/project';
import { orderOf, type WorkOrderRow } from '../work-order.rows';
import { anyWay, type Way, WorkOrderAccess } from '../work-order-access';
import { OrderDescription } from './order-description';
import { type OrderPage, OVER, pageOfFound, pageStatement } from './order-lists.rows';

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

type View = Pick<OrderPage, 'statuses' | 'sorted' | 'dueBy'>;

/** Homes that one search may mean, and orders that it may find by number and by home. */
const MOST_HOMES = 100;
const MOST_FOUND = 200;

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
    const view = this.viewOf(filter.view);
    const page: Omit<OrderPage, 'ways'> = {
      ...view,
      statuses: view.statuses.filter((status) => filter.status === undefined || status === filter.status),
      projectId: filter.projectId,
      after: filter.cursor === undefined ? null : readCursor(filter.cursor, view.sorted),
      most: filter.limit + 1,
    };
    const ways = await this.waysOf(actor, filter.view);
    const rows = filter.q === undefined ? await this.read(page, within(ways, filter.projectId)) : await this.search(filter.q, page, ways);
    const shown = rows.slice(0, filter.limit);
    const last = shown.at(-1);
    return {
      items: await this.description.summaries(shown),
      nextCursor: rows.length > filter.limit && last ? cursorOf(last, view.sorted) : null,
    };
  }

  private viewOf(view: OrderView | undefined): View {
    switch (view) {
      case 'claimable':
        return { statuses: ['dispatched'], sorted: 'due' };
      case 'late':
        return { statuses: OPEN_WORK_ORDER_STATUSES, sorted: 'due', dueBy: this.clock.now() };
      case 'mine':
      case 'team':
        return { statuses: OPEN_WORK_ORDER_STATUSES, sorted: 'due' };
      case 'done':
        return { statuses: OVER, sorted: 'newest' };
      default:
        return { statuses: WORK_ORDER_STATUSES, sorted: 'newest' };
    }
  }

  /** Put before several to claim: one's own, or the scope's for a leader. Everything else is the scope, or what is in one's hands. */
  private async waysOf(actor: StaffActor, view: OrderView | undefined): Promise<readonly Way[]> {
    const own = [actor.staffId];
    if (view === 'mine') {
      return [
        { of: 'assignee', ids: own },
        { of: 'responsible', ids: own },
      ];
    }
    if (view !== 'claimable') return this.access.ways(actor);
    if (actor.scope.kind === 'own') return [{ of: 'claimant', ids: own }];
    return [{ of: 'claimable', among: await this.access.ways(actor) }];
  }

  private async read(page: Omit<OrderPage, 'ways'>, ways: readonly Way[]): Promise<WorkOrderRow[]> {
    const { sql, values } = pageStatement({ ...page, ways });
    return (await this.database.rows<Record<string, unknown>>(sql, values)).map(orderOf);
  }

  /** Finds by number and by home first, and then looks who may see what was found. */
  private async search(q: string, page: Omit<OrderPage, 'ways'>, ways: readonly Way[]): Promise<WorkOrderRow[]> {
    const unitIds = await this.units.beginningWith(q, MOST_HOMES);
    const [numbered, atHome] = await Promise.all([
      this.numbered(q.replace(/[\s%_\\]+/g, '').toUpperCase()),
      unitIds.length === 0
        ? []
        : this.database.rows<{ id: string }>(
            `SELECT id FROM work_orders WHERE unit_id IN ${marks(unitIds.length)} ORDER BY id DESC LIMIT ?`,
            [...unitIds, MOST_FOUND],
          ),
    ]);
    const ids = [...new Set([...numbered, ...atHome].map((row) => row.id))];
    if (ids.length === 0) return [];
    const seen = anyWay(ways);
    const rows = await this.database.rows<Record<string, unknown>>(
      `SELECT o.* FROM work_orders o WHERE o.id IN ${marks(ids.length)} AND ${seen.sql}`,
      [...ids, ...seen.values],
    );
    return pageOfFound(rows.map(orderOf), page);
  }

  /** SQLite's LIKE ignores case and its index does not, so that a range is what the index can answer there. */
  private async numbered(beginning: string): Promise<{ id: string }[]> {
    if (beginning === '') return [];
    const [condition, values] =
      this.database.dialect === 'sqlite'
        ? ['number >= ? AND number < ?', [beginning, `${beginning}\u{10ffff}`]]
        : ['number LIKE ?', [`${beginning}%`]];
    return this.database.rows(`SELECT id FROM work_orders WHERE ${condition} ORDER BY number DESC LIMIT ?`, [...values, MOST_FOUND]);
  }
}

/** A project asked for takes the place of the projects of the scope, so that one index answers. */
function within(ways: readonly Way[], projectId: string | undefined): readonly Way[] {
  if (projectId === undefined) return ways;
  return ways.map((way): Way => {
    if (way.of === 'all') return { of: 'project', ids: [projectId] };
    return way.of === 'project' ? { ...way, ids: way.ids.filter((id) => id === projectId) } : way;
  });
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
