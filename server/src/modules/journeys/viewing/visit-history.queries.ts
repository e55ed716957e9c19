import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, marks, select } from '../../../platform/database/database';

export interface VisitRecord {
  customerId: string;
  at: number;
  hostId: string | null;
}

const MOST = 120;

/** When customers stood in the sales office of one project, for whoever judges by it. */
@Injectable()
export class VisitHistory {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async of(projectId: string, customerIds: readonly string[], tx: EntityManager = this.database.manager): Promise<VisitRecord[]> {
    if (customerIds.length === 0) return [];
    const rows = await select<{ customer_id: string; checked_in_at: number | string; host_id: string | null }>(
      tx,
      `SELECT customer_id, checked_in_at, host_id FROM viewings
       WHERE customer_id IN ${marks(customerIds.length)} AND project_id = ? AND checked_in_at IS NOT NULL
       ORDER BY checked_in_at DESC, id DESC LIMIT ${MOST}`,
      [...customerIds, projectId],
    );
    return rows.map((row) => ({ customerId: row.customer_id, at: Number(row.checked_in_at), hostId: row.host_id }));
  }
}
