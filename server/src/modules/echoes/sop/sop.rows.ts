import type { LeadStatus } from '@guihu/shared';
import type { EntityManager } from 'typeorm';
import { marks, select } from '../../../platform/database/database';

/** What this echo needs to know of a lead; whoever asks on behalf of a person goes through the lead's own queries instead. */
export interface LeadFacts {
  id: string;
  status: LeadStatus;
  ownerId: string | null;
  projectId: string;
  customerId: string;
  acceptedAt: number | null;
  lastContactAt: number | null;
}

interface LeadFactsRow {
  id: string;
  status: LeadStatus;
  owner_id: string | null;
  project_id: string;
  customer_id: string;
  accepted_at: number | string | null;
  last_contact_at: number | string | null;
}

const COLUMNS = 'id, status, owner_id, project_id, customer_id, accepted_at, last_contact_at';

export async function readLeads(tx: EntityManager, ids: readonly string[]): Promise<Map<string, LeadFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await select<LeadFactsRow>(tx, `SELECT ${COLUMNS} FROM leads WHERE id IN ${marks(ids.length)}`, ids);
  return new Map(rows.map((row) => [row.id, toFacts(row)]));
}

/** Reactions to one lead take turns: whichever comes second sees what the first one did. */
export async function lockLead(tx: EntityManager, id: string): Promise<LeadFacts | null> {
  const [row] = await select<LeadFactsRow>(tx, `SELECT ${COLUMNS} FROM leads WHERE id = ?${forUpdate(tx)}`, [id]);
  return row ? toFacts(row) : null;
}

/**
 * Whoever adds reminders of a colleague and whoever sends them take turns, or a reminder added while the sending job runs would
 * wake nobody. In the order of the ids, and before rows that point to them are written, so that no two wait for each other.
 */
export async function lockStaff(tx: EntityManager, ids: readonly string[]): Promise<void> {
  const sorted = [...new Set(ids)].sort();
  await select(tx, `SELECT id FROM staff WHERE id IN ${marks(sorted.length)} ORDER BY id${forUpdate(tx)}`, sorted);
}

const forUpdate = (tx: EntityManager): string => (tx.connection.options.type === 'better-sqlite3' ? '' : ' FOR UPDATE');

const ms = (value: number | string | null): number | null => (value === null ? null : Number(value));

const toFacts = (row: LeadFactsRow): LeadFacts => ({
  id: row.id,
  status: row.status,
  ownerId: row.owner_id,
  projectId: row.project_id,
  customerId: row.customer_id,
  acceptedAt: ms(row.accepted_at),
  lastContactAt: ms(row.last_contact_at),
});
