import type { ChannelRoot, Gender } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, marks, select } from '../../../platform/database/database';

/** One time that a customer came to us, with how complete the file behind it is. */
export interface TouchRecord {
  id: string;
  customerId: string;
  leadId: string;
  at: number;
  channelCode: string;
  channelRoot: ChannelRoot;
  byStaffId: string | null;
  /** The code that brought them, when it was good. */
  liveCodeId: string | null;
  /** Written down from a table that a colleague had kept. */
  imported: boolean;
  named: boolean;
  gender: Gender;
  hasArea: boolean;
  hasLayout: boolean;
}

export interface FollowUpRecord {
  customerId: string;
  at: number;
  staffId: string;
  connected: boolean;
}

/** So many records one judgement looks at: whoever comes more often than this is no person. */
const MOST_TOUCHES = 40;
const MOST_FOLLOW_UPS = 120;

/** What customers did with us in one project, for whoever judges by it. Asked by the house, never for a person's eyes as it is. */
@Injectable()
export class LeadHistory {
  constructor(private readonly database: Database) {}

  /** Oldest first. */
  async touches(projectId: string, customerIds: readonly string[], tx: EntityManager = this.database.manager): Promise<TouchRecord[]> {
    if (customerIds.length === 0) return [];
    const rows = await select<Record<string, string | number | null>>(
      tx,
      `SELECT t.id, t.lead_id, t.at, t.channel_code, t.channel_root, t.by_staff_id, t.live_code_id, t.import_id, l.customer_id, l.area_min, l.area_max, l.product_type, c.name, c.gender
       FROM leads l JOIN lead_touches t ON t.lead_id = l.id JOIN customers c ON c.id = l.customer_id
       WHERE l.customer_id IN ${marks(customerIds.length)} AND l.project_id = ? ORDER BY t.at, t.id LIMIT ${MOST_TOUCHES}`,
      [...customerIds, projectId],
    );
    return rows.map((row) => ({
      id: String(row.id),
      customerId: String(row.customer_id),
      leadId: String(row.lead_id),
      at: Number(row.at),
      channelCode: String(row.channel_code),
      channelRoot: row.channel_root as ChannelRoot,
      byStaffId: row.by_staff_id as string | null,
      liveCodeId: row.live_code_id as string | null,
      imported: row.import_id !== null,
      named: row.name !== '',
      gender: row.gender as Gender,
      hasArea: row.area_min !== null || row.area_max !== null,
      hasLayout: row.product_type !== null,
    }));
  }

  /** Newest first. */
  async followUps(projectId: string, customerIds: readonly string[], tx: EntityManager = this.database.manager): Promise<FollowUpRecord[]> {
    if (customerIds.length === 0) return [];
    const rows = await select<{ customer_id: string; occurred_at: number | string; staff_id: string; connected: number | boolean }>(
      tx,
      `SELECT l.customer_id, f.occurred_at, f.staff_id, f.connected FROM leads l JOIN follow_ups f ON f.lead_id = l.id
       WHERE l.customer_id IN ${marks(customerIds.length)} AND l.project_id = ? ORDER BY f.occurred_at DESC, f.id DESC LIMIT ${MOST_FOLLOW_UPS}`,
      [...customerIds, projectId],
    );
    return rows.map((row) => ({
      customerId: row.customer_id,
      at: Number(row.occurred_at),
      staffId: row.staff_id,
      connected: Boolean(Number(row.connected)),
    }));
  }

  /** When the customer's lead there was closed as won; null while it was not. */
  async wonAt(projectId: string, customerId: string, tx: EntityManager = this.database.manager): Promise<number | null> {
    const [row] = await select<{ at: number | string | null }>(
      tx,
      `SELECT MAX(closed_at) AS at FROM leads WHERE customer_id = ? AND project_id = ? AND outcome = 'won'`,
      [customerId, projectId],
    );
    return row?.at == null ? null : Number(row.at);
  }

  /** Whose lead it is and who serves it; null for one that does not exist. */
  async subjectOf(
    leadId: string,
    tx: EntityManager = this.database.manager,
  ): Promise<{ projectId: string; customerId: string; ownerId: string | null } | null> {
    const [row] = await select<{ project_id: string; customer_id: string; owner_id: string | null }>(
      tx,
      'SELECT project_id, customer_id, owner_id FROM leads WHERE id = ?',
      [leadId],
    );
    return row ? { projectId: row.project_id, customerId: row.customer_id, ownerId: row.owner_id } : null;
  }
}
