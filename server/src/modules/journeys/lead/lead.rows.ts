import type { LeadIntent, LeadLevel, LeadStatus } from '@guihu/shared';
import type { EntityManager } from 'typeorm';
import { newId } from '../../../platform/database/columns';
import { insertRows, select } from '../../../platform/database/database';
import { coded } from '../../../platform/http/coded-error';

/** A lead as its own table has it; what hand-written statements read. */
export interface LeadRow {
  id: string;
  receipt_no: string;
  project_id: string;
  customer_id: string;
  status: LeadStatus;
  level: LeadLevel;
  owner_id: string | null;
  offer_id: string | null;
  offer_round: number;
  channel_code: string;
  channel_root: string;
  entered_by_id: string | null;
  preferred_staff_id: string | null;
  product_type: string | null;
  area_min: number | null;
  area_max: number | null;
  budget_min: number | string | null;
  budget_max: number | string | null;
  purpose: string | null;
  note: string | null;
  created_at: number | string;
}

export type LeadEventType =
  | 'received'
  | 'joined'
  | 'offered'
  | 'missed'
  | 'declined'
  | 'accepted'
  | 'transferred'
  | 'escalated'
  | 'pooled'
  | 'followed-up'
  | 'phone-revealed'
  | 'consent-withdrawn'
  | 'closed'
  | 'repaired'
  | 'joined-into'
  | 'took-in';

export const leadSubject = (leadId: string): string => `lead:${leadId}`;

/** The page a message about a lead opens, for the colleague. */
export const leadPage = (leadId: string): string => `subpackages/sales/pages/lead/index?id=${leadId}`;

/** Takes the lead for the rest of the transaction. @throws CodedError `lead.not-found` */
export async function lockLead(tx: EntityManager, id: string): Promise<LeadRow> {
  const [row] = await lockLeads(tx, [id]);
  if (!row) throw coded('lead.not-found');
  return row;
}

/** Takes several leads, in the order of their ids, so that two batches never wait for each other. */
export function lockLeads(tx: EntityManager, ids: readonly string[]): Promise<LeadRow[]> {
  const lock = tx.connection.options.type === 'better-sqlite3' ? '' : ' FOR UPDATE';
  return select<LeadRow>(tx, `SELECT * FROM leads WHERE id IN (${ids.map(() => '?').join(', ')}) ORDER BY id${lock}`, ids);
}

export const eventRow = (
  leadId: string,
  at: number,
  type: LeadEventType,
  actorId: string | null,
  data: Record<string, unknown> | null = null,
) => ({
  id: newId(),
  lead_id: leadId,
  at,
  type,
  actor_id: actorId,
  data,
});

export const writeEvent = (
  tx: EntityManager,
  leadId: string,
  at: number,
  type: LeadEventType,
  actorId: string | null,
  data: Record<string, unknown> | null = null,
): Promise<void> => insertRows(tx, 'lead_events', [eventRow(leadId, at, type, actorId, data)]);

const optional = (value: number | string | null): number | undefined => (value === null ? undefined : Number(value));

export const intentOf = (row: LeadRow): LeadIntent => ({
  productType: row.product_type ?? undefined,
  areaMin: optional(row.area_min),
  areaMax: optional(row.area_max),
  budgetMin: optional(row.budget_min),
  budgetMax: optional(row.budget_max),
  purpose: row.purpose ?? undefined,
  note: row.note ?? undefined,
});
