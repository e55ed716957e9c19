import type { HostChoice, MyViewing, TourStop, ViewingFeedback, ViewingKind, ViewingStatus } from '@guihu/shared';
import type { EntityManager } from 'typeorm';
import { newId } from '../../../platform/database/columns';
import { insertRows, marks, select } from '../../../platform/database/database';
import { coded } from '../../../platform/http/coded-error';

/** A viewing as hand-written statements write it; JSON columns are read into values. */
export interface ViewingRow {
  id: string;
  number: string;
  project_id: string;
  kind: ViewingKind;
  plan_id: string | null;
  slot_id: string | null;
  starts_at: number;
  ends_at: number;
  status: ViewingStatus;
  origin: 'booking' | 'wait' | 'walk-in';
  customer_id: string;
  account_id: string | null;
  lead_id: string | null;
  host_id: string | null;
  host_choice: HostChoice;
  party_size: number;
  note: string | null;
  unit_ids: string[];
  general: boolean;
  open_key: string | null;
  reschedules: number;
  live_code: string | null;
  checked_in_at: number | null;
  checked_in_by: 'staff' | 'pass' | 'site' | null;
  completed_at: number | null;
  /** Empty until the first stop. */
  tour: { stop: TourStop; at: number; by: string }[];
  feedback: ViewingFeedback | null;
  stars: number | null;
  rating: (NonNullable<MyViewing['rating']> & { at: string }) | null;
  cancelled_at: number | null;
  cancel_reason: string | null;
  created_at: number;
  updated_at: number;
}

export type ViewingEventType =
  | 'booked'
  | 'rescheduled'
  | 'rehosted'
  | 'cancelled'
  | 'checked-in'
  | 'missed'
  | 'completed'
  | 'rated'
  | 'warned';

export type ViewingActor = { kind: 'customer' | 'staff'; id: string } | { kind: 'system'; id: null };
export const SYSTEM: ViewingActor = { kind: 'system', id: null };

export const viewingSubject = (id: string): string => `viewing:${id}`;

/** Pages that messages open: the visitor's and the colleague's. */
export const visitorPage = (id: string): string => `subpackages/visit/pages/viewing/index?id=${id}`;
export const hostPage = (id: string): string => `subpackages/sales/pages/viewing/index?id=${id}`;

type Raw = Record<string, unknown>;

const whole = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));
const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : null);

/** A row as the driver gave it, made into values. */
export function viewingOf(raw: Raw): ViewingRow {
  return {
    ...(raw as unknown as ViewingRow),
    starts_at: Number(raw.starts_at),
    ends_at: Number(raw.ends_at),
    host_choice: parsed(raw.host_choice),
    unit_ids: parsed(raw.unit_ids) ?? [],
    general: Boolean(raw.general),
    checked_in_at: whole(raw.checked_in_at),
    completed_at: whole(raw.completed_at),
    tour: parsed(raw.tour) ?? [],
    feedback: parsed(raw.feedback),
    rating: parsed(raw.rating),
    cancelled_at: whole(raw.cancelled_at),
    created_at: Number(raw.created_at),
    updated_at: Number(raw.updated_at),
  };
}

/** Takes the viewing for the rest of the transaction. @throws CodedError `viewing.not-found` */
export async function lockViewing(tx: EntityManager, id: string): Promise<ViewingRow> {
  const [row] = await lockViewings(tx, [id]);
  if (!row) throw coded('viewing.not-found');
  return row;
}

/** Takes several viewings, in the order of their ids, so that two batches never wait for each other. */
export async function lockViewings(tx: EntityManager, ids: readonly string[]): Promise<ViewingRow[]> {
  if (ids.length === 0) return [];
  const lock = tx.connection.options.type === 'better-sqlite3' ? '' : ' FOR UPDATE';
  const rows = await select<Raw>(tx, `SELECT * FROM viewings WHERE id IN ${marks(ids.length)} ORDER BY id${lock}`, ids);
  return rows.map(viewingOf);
}

/** Keeps what happened; read back in the order in which it was written. */
export const writeViewingEvent = (
  tx: EntityManager,
  viewingId: string,
  at: number,
  type: ViewingEventType,
  actor: ViewingActor,
  data: Record<string, unknown> | null = null,
): Promise<void> =>
  insertRows(tx, 'viewing_events', [{ id: newId(), viewing_id: viewingId, at, type, actor_kind: actor.kind, actor_id: actor.id, data }]);
