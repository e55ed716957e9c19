import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock';
import { newId } from '../database/columns';
import { Database, execute, insertRows, marks, select } from '../database/database';
import { currentCorrelationId } from '../logging/correlation';

export interface JobRequest {
  kind: string;
  payload: Record<string, unknown>;
  /** Application time; now when left out. */
  runAt?: number;
  /** At most one pending or running job carries a key; a second request is dropped, or moves the first (`reschedule`). */
  key?: string;
  reschedule?: boolean;
  /** Of something that this transaction makes: nobody can have asked for the key before, and nobody is looked for. */
  first?: boolean;
  subject?: string;
  maxAttempts?: number;
  /** Of the request that asked, when it is not the one at work. */
  correlationId?: string;
}

/** Writes jobs in the transaction that causes them. */
@Injectable()
export class JobQueue {
  private readonly wakers = new Set<() => void>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Called after a commit that added a job which is already due. */
  onWork(wake: () => void): void {
    this.wakers.add(wake);
  }

  async add(tx: EntityManager, ...requests: JobRequest[]): Promise<void> {
    const now = this.clock.now();
    const fresh = (await this.withoutKnownKeys(tx, requests)).map((r) => ({
      id: newId(),
      kind: r.kind,
      status: 'pending',
      payload: r.payload,
      run_at: r.runAt ?? now,
      active_key: r.key ?? null,
      subject: r.subject ?? null,
      attempts: 0,
      max_attempts: r.maxAttempts ?? 8,
      correlation_id: r.correlationId ?? currentCorrelationId() ?? null,
      created_at: now,
    }));
    // Somebody may have written a key since we looked: the constraint decides, and theirs stands.
    await insertRows(tx, 'jobs', fresh, fresh.some((row) => row.active_key !== null) ? { unlessThere: 'active_key' } : {});
    if (requests.some((r) => (r.runAt ?? now) <= now)) this.database.afterCommit(tx, () => this.wake());
  }

  /** Cancels what still waits about a subject, or one kind of it. A running job is left to find that the world moved on. */
  async cancel(tx: EntityManager, subject: string, kind?: string): Promise<number> {
    const sql = `UPDATE jobs SET status = 'cancelled', active_key = NULL, finished_at = ? WHERE subject = ? AND status = 'pending'`;
    return execute(tx, kind ? `${sql} AND kind = ?` : sql, [this.clock.now(), subject, ...(kind ? [kind] : [])]);
  }

  /** What one id stood for goes by another one from now on: what is still to be done is told so. Of two jobs of one key one stays. */
  async readdress(tx: EntityManager, from: string, into: string): Promise<void> {
    const rows = await select<{ id: string; payload: string; active_key: string | null; subject: string | null }>(
      tx,
      `SELECT id, payload, active_key, subject FROM jobs WHERE status IN ('pending', 'running', 'dead')
         AND (payload LIKE ? OR active_key LIKE ? OR subject LIKE ?)`,
      Array(3).fill(`%${from}%`),
    );
    for (const row of rows) {
      const key = row.active_key?.replaceAll(from, into) ?? null;
      const taken =
        key !== null && key !== row.active_key && (await select(tx, 'SELECT id FROM jobs WHERE active_key = ?', [key])).length > 0;
      const ended = taken ? `, status = 'cancelled', finished_at = ${this.clock.now()}` : '';
      await execute(tx, `UPDATE jobs SET payload = ?, active_key = ?, subject = ?${ended} WHERE id = ?`, [
        row.payload.replaceAll(from, into),
        taken ? null : key,
        row.subject?.replaceAll(from, into) ?? null,
        row.id,
      ]);
    }
  }

  wake(): void {
    for (const wake of this.wakers) wake();
  }

  private async withoutKnownKeys(tx: EntityManager, requests: JobRequest[]): Promise<JobRequest[]> {
    const keyed = requests.filter((r) => r.key && !r.first);
    if (keyed.length === 0) return requests;
    const rows = await select<{ active_key: string; run_at: number | string; payload: string }>(
      tx,
      `SELECT active_key, run_at, payload FROM jobs WHERE active_key IN ${marks(keyed.length)}`,
      keyed.map((r) => r.key),
    );
    const taken = new Map(rows.map((row) => [row.active_key, row]));
    for (const r of keyed) {
      const row = taken.get(r.key as string);
      const [runAt, payload] = [r.runAt ?? this.clock.now(), JSON.stringify(r.payload)];
      // Most changes leave the next instant where it is.
      if (!row || !r.reschedule || (Number(row.run_at) === runAt && row.payload === payload)) continue;
      await execute(tx, `UPDATE jobs SET run_at = ?, payload = ? WHERE active_key = ? AND status = 'pending'`, [runAt, payload, r.key]);
    }
    return requests.filter((r) => !r.key || !taken.has(r.key));
  }
}
