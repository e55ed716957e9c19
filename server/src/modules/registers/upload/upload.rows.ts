import type { PhotoPurpose, UploadKind } from '@guihu/shared';
import type { EntityManager } from 'typeorm';
import { type Database, execute, marks, select } from '../../../platform/database/database';

/** An upload as its table has it; what hand-written statements read. */
export interface UploadRow {
  id: string;
  account_id: string;
  kind: UploadKind;
  subject: string | null;
  purpose: PhotoPurpose | null;
  position: number;
  storage_key: string;
  thumb_key: string | null;
  mime: string;
  bytes: number;
  width: number | null;
  height: number | null;
  duration_ms: number | null;
  sha256: string;
  created_at: number | string;
  attached_at: number | string | null;
}

const COLUMNS = `id, account_id, kind, subject, purpose, position, storage_key, thumb_key, mime, bytes, width, height, duration_ms,
  sha256, created_at, attached_at`;

export async function uploadById(database: Database, id: string): Promise<UploadRow | undefined> {
  return (await database.rows<UploadRow>(`SELECT ${COLUMNS} FROM uploads WHERE id = ?`, [id]))[0];
}

export async function uploadByKey(database: Database, accountId: string, clientKey: string): Promise<UploadRow | undefined> {
  const sql = `SELECT ${COLUMNS} FROM uploads WHERE account_id = ? AND client_key = ?`;
  return (await database.rows<UploadRow>(sql, [accountId, clientKey]))[0];
}

export function uploadsOf(database: Database, subjects: readonly string[]): Promise<UploadRow[]> {
  const sql = `SELECT ${COLUMNS} FROM uploads WHERE subject IN ${marks(subjects.length)} ORDER BY subject, position, id`;
  return database.rows<UploadRow>(sql, subjects);
}

export interface RecentUploads {
  /** Taken in since `since`. */
  recent: number;
  /** The earliest of those. */
  oldestAt: number | null;
  /** Of the last day and used for nothing yet. */
  pending: number;
}

/** As the database adds up: nothing at all has no sum. */
type Sums = Record<'recent' | 'oldest' | 'pending', number | string | null>;
const NONE: Sums = { recent: 0, oldest: null, pending: 0 };

/** What an account sent lately. @param since and @param dayAgo application time; the second one is the earlier */
export async function recentUploads(tx: EntityManager, accountId: string, since: number, dayAgo: number): Promise<RecentUploads> {
  const [{ recent, oldest, pending } = NONE] = await select<Sums>(
    tx,
    `SELECT SUM(CASE WHEN created_at > ? THEN 1 ELSE 0 END) AS recent, MIN(CASE WHEN created_at > ? THEN created_at END) AS oldest,
       SUM(CASE WHEN attached_at IS NULL THEN 1 ELSE 0 END) AS pending
     FROM uploads WHERE account_id = ? AND created_at > ?`,
    [since, since, accountId, dayAgo],
  );
  return { recent: Number(recent), oldestAt: oldest === null ? null : Number(oldest), pending: Number(pending) };
}

/** Uploads of one account are written down one after the other, so that each counts the ones before it. */
export async function lockAccount(tx: EntityManager, accountId: string): Promise<void> {
  const lock = tx.connection.options.type === 'better-sqlite3' ? '' : ' FOR UPDATE';
  await select(tx, `SELECT id FROM accounts WHERE id = ?${lock}`, [accountId]);
}

/** @returns whether this statement gave the upload its subject: it was this account's own and used for nothing before */
export async function attachUpload(
  tx: EntityManager,
  id: string,
  accountId: string,
  to: { subject: string; purpose: PhotoPurpose; position: number; at: number },
): Promise<boolean> {
  const attached = await execute(
    tx,
    `UPDATE uploads SET subject = ?, purpose = ?, position = ?, attached_at = ?
     WHERE id = ? AND account_id = ? AND subject IS NULL AND attached_at IS NULL`,
    [to.subject, to.purpose, to.position, to.at, id, accountId],
  );
  return attached > 0;
}
