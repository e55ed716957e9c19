import { type Page, REVISIT_REASONS, type RevisitReason, type RevisitStatus, type RevisitView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { refusedField } from '../../../../platform/http/coded-error';
import { decodeCursor, encodeCursor } from '../../../../platform/http/cursor';
import { UnitQueries } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import type { Condition } from '../work-order-access';

export interface RevisitFilter {
  status: RevisitStatus;
  projectId?: string;
  cursor?: string;
  limit: number;
}

interface RevisitRow {
  id: string;
  work_order_id: string;
  number: string;
  unit_id: string;
  reason: RevisitReason;
  status: RevisitStatus;
  owner_id: string;
  due_at: number | string;
  done_at: number | string | null;
  note: string | null;
}

const COLUMNS = `r.id, r.work_order_id, o.number, o.unit_id, r.reason, r.status, r.owner_id, r.due_at, r.done_at, r.note
  FROM revisits r JOIN work_orders o ON o.id = r.work_order_id`;

/** Owners whom somebody must ring again (J12, J16). */
@Injectable()
export class RevisitQueries {
  constructor(
    private readonly database: Database,
    private readonly units: UnitQueries,
    private readonly staff: StaffQueries,
  ) {}

  /** One's own; all of the project for whoever answers for it. Those to do by due time, those done newest first; by keyset. */
  async list(actor: StaffActor, { status, projectId, cursor, limit }: RevisitFilter): Promise<Page<RevisitView>> {
    const [order, sign] = status === 'open' ? ['ASC', '>'] : ['DESC', '<'];
    const filters: Condition[] = [{ sql: 'r.status = ?', values: [status] }];
    if (projectId) filters.push({ sql: 'r.project_id = ?', values: [projectId] });
    if (cursor !== undefined) {
      const { dueAt, id } = readCursor(cursor);
      filters.push({ sql: `r.due_at ${sign}= ? AND (r.due_at ${sign} ? OR r.id ${sign} ?)`, values: [dueAt, dueAt, id] });
    }
    const parts = (await this.ways(actor)).map((way) => [way, ...filters]);
    if (parts.length === 0) return { items: [], nextCursor: null };
    const found = parts.map(
      (part, i) => `SELECT id FROM (SELECT r.id FROM revisits r WHERE ${part.map((c) => c.sql).join(' AND ')}
        ORDER BY r.due_at ${order}, r.id ${order} LIMIT ?) w${i}`,
    );
    const rows = await this.database.rows<RevisitRow>(
      `SELECT ${COLUMNS} JOIN (${found.join(' UNION ')}) found ON found.id = r.id ORDER BY r.due_at ${order}, r.id ${order} LIMIT ?`,
      [...parts.flatMap((part) => [...part.flatMap((c) => c.values), limit + 1]), limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const nextCursor = rows.length > limit && last ? encodeCursor([Number(last.due_at), last.id]) : null;
    return { items: await this.describe(page), nextCursor };
  }

  /** Of one order, oldest first. */
  async ofOrder(workOrderId: string): Promise<RevisitView[]> {
    const rows = await this.database.rows<RevisitRow>(`SELECT ${COLUMNS} WHERE r.work_order_id = ? ORDER BY r.id`, [workOrderId]);
    return this.describe(rows);
  }

  /** Whoever may record one may see it, and nobody else. One by one, as an index gives them in order. */
  private async ways({ scope, staffId }: StaffActor): Promise<Condition[]> {
    if (scope.kind === 'own' || scope.kind === 'team') return [{ sql: 'r.owner_id = ?', values: [staffId] }];
    const all = async () => (await this.database.rows<{ id: string }>('SELECT id FROM projects ORDER BY id')).map((row) => row.id);
    const projectIds = scope.kind === 'group' ? await all() : scope.projectIds;
    return projectIds.map((id) => ({ sql: 'r.project_id = ?', values: [id] }));
  }

  private async describe(rows: readonly RevisitRow[]): Promise<RevisitView[]> {
    const [places, people] = await Promise.all([
      this.units.places(rows.map((row) => row.unit_id)),
      this.staff.byIds(rows.map((row) => row.owner_id)),
    ]);
    return rows.map((row) => ({
      id: row.id,
      workOrderId: row.work_order_id,
      number: row.number,
      homeLabel: places.get(row.unit_id)?.label ?? '',
      reason: row.reason,
      reasonLabel: REVISIT_REASONS[row.reason],
      status: row.status,
      owner: { id: row.owner_id, name: people.get(row.owner_id)?.name ?? '同事' },
      dueAt: new Date(Number(row.due_at)).toISOString(),
      doneAt: row.done_at === null ? null : new Date(Number(row.done_at)).toISOString(),
      note: row.note,
    }));
  }
}

function readCursor(cursor: string): { dueAt: number; id: string } {
  const [dueAt, id, ...more] = decodeCursor(cursor);
  if (typeof dueAt === 'number' && typeof id === 'string' && more.length === 0) return { dueAt, id };
  throw refusedField('request.invalid', 'cursor', 'cursor', '翻页位置无效，请从第一页重新打开');
}
