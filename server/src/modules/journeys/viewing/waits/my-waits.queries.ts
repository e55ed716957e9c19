import type { MyWait, Page } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, marks, select } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { ProjectQueries } from '../../../registers/project';
import { vouchedCustomer } from '../own-visits';
import { type WaitRow, waitOf } from './wait.rows';

const MOST = 50;

/** A person's own places in lines. */
@Injectable()
export class MyWaitsQueries {
  constructor(
    private readonly database: Database,
    private readonly projects: ProjectQueries,
  ) {}

  /** Newest first. */
  async of(actor: Actor): Promise<Page<MyWait>> {
    const rows = await this.database.rows<Record<string, unknown>>(
      `SELECT w.* FROM (SELECT id FROM viewing_waits WHERE customer_id = ? UNION SELECT id FROM viewing_waits WHERE account_id = ?) own
       JOIN viewing_waits w ON w.id = own.id ORDER BY w.id DESC LIMIT ${MOST}`,
      [vouchedCustomer(actor) ?? '', actor.accountId],
    );
    return { items: await this.views(this.database.manager, rows.map(waitOf)), nextCursor: null };
  }

  /** @throws CodedError `viewing.not-found`. The caller knows whose it is. */
  async one(tx: EntityManager, id: string): Promise<MyWait> {
    const rows = await select<Record<string, unknown>>(tx, 'SELECT * FROM viewing_waits WHERE id = ?', [id]);
    const [view] = await this.views(tx, rows.map(waitOf));
    if (!view) throw coded('viewing.not-found');
    return view;
  }

  private async views(tx: EntityManager, rows: readonly WaitRow[]): Promise<MyWait[]> {
    const [projects, ahead] = await Promise.all([this.projects.names(rows.map((row) => row.project_id)), this.ahead(tx, rows)]);
    return rows.map((row) => ({
      id: row.id,
      slotId: row.slot_id,
      kind: row.kind,
      projectName: projects.get(row.project_id) ?? '',
      startsAt: new Date(row.starts_at).toISOString(),
      endsAt: new Date(row.ends_at).toISOString(),
      status: row.status,
      ahead: ahead.get(row.id) ?? 0,
      offerUntil: row.status === 'offered' && row.offer_until !== null ? new Date(row.offer_until).toISOString() : null,
      viewingId: row.viewing_id,
    }));
  }

  /** How many stand before each one that still waits. */
  private async ahead(tx: EntityManager, rows: readonly WaitRow[]): Promise<Map<string, number>> {
    const waiting = rows.filter((row) => row.status === 'waiting');
    if (waiting.length === 0) return new Map();
    const counts = await select<{ id: string; ahead: number | string }>(
      tx,
      `SELECT w.id, (SELECT COUNT(*) FROM viewing_waits b WHERE b.slot_id = w.slot_id AND b.status = 'waiting' AND b.id < w.id) AS ahead
       FROM viewing_waits w WHERE w.id IN ${marks(waiting.length)}`,
      waiting.map((row) => row.id),
    );
    return new Map(counts.map((row) => [row.id, Number(row.ahead)]));
  }
}
