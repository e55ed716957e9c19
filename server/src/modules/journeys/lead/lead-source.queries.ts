import type { ChannelRoot } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database, marks } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { LeadAccess } from './lead-access';

/** So many leads of one root fell into one span. */
export interface SourceCount {
  /** Place of the span. */
  span: number;
  root: ChannelRoot;
  count: number;
}

const LOT = 1_000;

/** Where leads came from, for those who count them; the first source is the one that stays (A7). */
@Injectable()
export class LeadSourceQueries {
  constructor(
    private readonly database: Database,
    private readonly access: LeadAccess,
  ) {}

  /**
   * As far as the colleague may see them, in the spans between neighbouring `bounds` (epoch ms, rising, the last one not included).
   * `won` counts those that were closed as won there, otherwise those that came.
   */
  async counts(actor: StaffActor, projectId: string, bounds: readonly number[], won: boolean): Promise<SourceCount[]> {
    const [from, ...later] = bounds as [number, ...number[]];
    const column = won ? 'l.closed_at' : 'l.created_at';
    const scope = await this.access.condition(actor);
    const span = `CASE ${later.map((_, at) => `WHEN ${column} < ? THEN ${at}`).join(' ')} END`;
    const rows = await this.database.rows<{ span: number | string; root: ChannelRoot; many: number | string }>(
      `SELECT ${span} AS span, l.channel_root AS root, COUNT(*) AS many FROM leads l
       WHERE l.project_id = ? AND ${column} >= ? AND ${column} < ?${won ? ` AND l.outcome = 'won'` : ''} AND ${scope.sql} GROUP BY span, root`,
      [...later, projectId, from, later.at(-1), ...scope.values],
    );
    return rows.map(({ span: at, root, many }) => ({ span: Number(at), root, count: Number(many) }));
  }

  /** Roots of leads by their ids; one that is gone is not in the answer. */
  async rootsOf(ids: readonly string[]): Promise<Map<string, ChannelRoot>> {
    const wanted = [...new Set(ids)];
    const roots = new Map<string, ChannelRoot>();
    for (let at = 0; at < wanted.length; at += LOT) {
      const lot = wanted.slice(at, at + LOT);
      const rows = await this.database.rows<{ id: string; channel_root: ChannelRoot }>(
        `SELECT id, channel_root FROM leads WHERE id IN ${marks(lot.length)}`,
        lot,
      );
      for (const row of rows) roots.set(row.id, row.channel_root);
    }
    return roots;
  }
}
