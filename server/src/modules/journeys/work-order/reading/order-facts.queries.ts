import type { ClockKey, WorkOrderStatus } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { readClocks } from '../clock/clock.policy';
import { orderOf, type WorkOrderRow } from '../work-order.rows';
import { WorkOrderAccess } from '../work-order-access';
import { OrderHistories, type OrderHistory } from './order-histories';

/** What reports count of one order; instants are epoch ms. */
export interface OrderFacts {
  id: string;
  status: WorkOrderStatus;
  categoryId: string;
  buildingId: string;
  assigneeId: string | null;
  createdAt: number;
  closedAt: number | null;
  stars: number | null;
  /** `minutes`: time that counts, of a clock that was brought to its end. `kept`: null while it is not decided. */
  clocks: readonly { key: ClockKey; minutes: number | null; kept: boolean | null }[];
}

const LOT = 500;
const MINUTE_MS = 60_000;

/** Orders of a project as their logs tell them, for echoes that count. */
@Injectable()
export class OrderFactsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: WorkOrderAccess,
    private readonly histories: OrderHistories,
  ) {}

  /**
   * Reported in `[from, to)`, earliest first, as far as the colleague may see them; in lots, so that a year is never in memory.
   * @throws CodedError `project.not-found` for a project that is not theirs
   */
  async *reported(actor: StaffActor, projectId: string, from: number, to: number): AsyncGenerator<OrderFacts[], void> {
    this.access.requireProject(actor, projectId);
    const scope = await this.access.condition(actor);
    let after = { at: from, id: '' };
    for (;;) {
      const rows = await this.database.rows<Record<string, unknown>>(
        `SELECT o.* FROM work_orders o WHERE o.project_id = ? AND o.created_at >= ? AND o.created_at < ?
         AND (o.created_at > ? OR o.id > ?) AND ${scope.sql} ORDER BY o.created_at, o.id LIMIT ?`,
        [projectId, after.at, to, after.at, after.id, ...scope.values, LOT],
      );
      if (rows.length > 0) yield await this.facts(rows.map(orderOf));
      const last = rows.at(-1);
      if (rows.length < LOT || !last) return;
      after = { at: Number(last.created_at), id: String(last.id) };
    }
  }

  private async facts(rows: readonly WorkOrderRow[]): Promise<OrderFacts[]> {
    const histories = await this.histories.of(rows);
    const now = this.clock.now();
    return rows.map((row) => ({
      id: row.id,
      status: row.status,
      categoryId: row.category_id,
      buildingId: row.building_id,
      assigneeId: row.assignee_id,
      createdAt: row.created_at,
      closedAt: row.closed_at,
      stars: row.stars,
      clocks: clocksOf(histories.get(row.id) as OrderHistory, now),
    }));
  }
}

function clocksOf({ log, policy, schedule }: OrderHistory, now: number): OrderFacts['clocks'] {
  if (log.length === 0) return [];
  return readClocks(log, policy, schedule, now).map(({ key, state, ended, usedMs }) => ({
    key,
    minutes: ended === 'done' && usedMs !== null ? usedMs / MINUTE_MS : null,
    kept: state === 'met' ? true : state === 'missed' || state === 'late' ? false : null,
  }));
}
