import type { ViewingKind, WaitStatus } from '@guihu/shared';
import type { EntityManager } from 'typeorm';
import { select } from '../../../../platform/database/database';

/** A place in a line as hand-written statements read it. */
export interface WaitRow {
  id: string;
  slot_id: string;
  project_id: string;
  kind: ViewingKind;
  starts_at: number;
  ends_at: number;
  customer_id: string;
  account_id: string | null;
  lead_id: string | null;
  status: WaitStatus;
  note: string | null;
  live_code: string | null;
  general: boolean;
  offer_until: number | null;
  viewing_id: string | null;
}

type Raw = Record<string, unknown>;

/** A row as the driver gave it, made into values. */
export const waitOf = (raw: Raw): WaitRow => ({
  ...(raw as unknown as WaitRow),
  starts_at: Number(raw.starts_at),
  ends_at: Number(raw.ends_at),
  general: Boolean(raw.general),
  offer_until: raw.offer_until === null ? null : Number(raw.offer_until),
});

/** Those of a line who were offered nothing yet, in its order, after one of them; taken for the rest of the transaction. */
export async function waitingOf(tx: EntityManager, slotId: string, after: string, most: number): Promise<WaitRow[]> {
  const lock = tx.connection.options.type === 'better-sqlite3' ? '' : ' FOR UPDATE';
  const rows = await select<Raw>(
    tx,
    `SELECT * FROM viewing_waits WHERE slot_id = ? AND status = 'waiting' AND id > ? ORDER BY id LIMIT ?${lock}`,
    [slotId, after, most],
  );
  return rows.map(waitOf);
}
