import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock';
import { Database, execute, marks, select } from '../database/database';
import { withoutPersonalData } from '../logging/redaction';
import { LeaseLost } from './job-registry';
import { SCHEDULED } from './scheduled';

export interface JobRow {
  id: string;
  kind: string;
  payload: string;
  attempts: number;
  max_attempts: number;
  correlation_id: string | null;
}

/** How long a worker may hold a job before another one may take it, machine time. */
export const LEASE_MS = 60_000;

/** The statements by which workers share the job table. */
@Injectable()
export class JobStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes up to `limit` due jobs for `worker`; no two workers ever get the same one. */
  claim(worker: string, limit: number): Promise<JobRow[]> {
    return this.database.transaction(async (tx) => {
      const lock = this.database.dialect === 'mysql' ? ' FOR UPDATE SKIP LOCKED' : '';
      const rows = await select<JobRow>(
        tx,
        `SELECT id, kind, payload, attempts, max_attempts, correlation_id FROM jobs
         WHERE status = 'pending' AND run_at <= ? ORDER BY run_at, id LIMIT ?${lock}`,
        [this.clock.now(), limit],
      );
      if (rows.length === 0) return rows;
      await execute(
        tx,
        `UPDATE jobs SET status = 'running', worker = ?, lease_until = ?, attempts = attempts + 1 WHERE id IN ${marks(rows.length)}`,
        [worker, this.clock.wall() + LEASE_MS, ...rows.map((r) => r.id)],
      );
      return rows;
    });
  }

  /** Holds the lease of jobs still at work. */
  async renew(worker: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.transaction((tx) =>
      execute(tx, `UPDATE jobs SET lease_until = ? WHERE status = 'running' AND worker = ? AND id IN ${marks(ids.length)}`, [
        this.clock.wall() + LEASE_MS,
        worker,
        ...ids,
      ]),
    );
  }

  /** Gives jobs whose worker died back to the others; answers how many. */
  releaseExpired(): Promise<number> {
    return this.database.transaction((tx) =>
      execute(tx, `UPDATE jobs SET status = 'pending', worker = NULL, lease_until = NULL WHERE status = 'running' AND lease_until < ?`, [
        this.clock.wall(),
      ]),
    );
  }

  /** @throws LeaseLost when another worker has the job by now: what this one did is rolled back with its mark. */
  async finish(tx: EntityManager, ids: readonly string[], worker: string): Promise<void> {
    if ((await this.end(tx, ids, worker)) < ids.length) throw new LeaseLost(`not all of ${ids.join(', ')} are still held by ${worker}`);
  }

  /** For a handler that left its job unmarked. Somebody else's job stays theirs. */
  async finishAlone(id: string, worker: string): Promise<void> {
    await this.database.transaction((tx) => this.end(tx, [id], worker));
  }

  /** Answers whether the job was still this worker's to give back. */
  async retryLater(id: string, worker: string, runAt: number, error: string): Promise<boolean> {
    const given = await this.database.transaction((tx) =>
      execute(
        tx,
        `UPDATE jobs SET status = 'pending', run_at = ?, last_error = ?, worker = NULL, lease_until = NULL
         WHERE id = ? AND worker = ? AND status = 'running'`,
        [runAt, shown(error), id, worker],
      ),
    );
    return given > 0;
  }

  /** Answers whether the job was still this worker's to bury. */
  async bury(id: string, worker: string, error: string): Promise<boolean> {
    const buried = await this.database.transaction((tx) =>
      execute(
        tx,
        `UPDATE jobs SET status = 'dead', active_key = NULL, last_error = ?, lease_until = NULL, finished_at = ?
         WHERE id = ? AND worker = ? AND status = 'running'`,
        [shown(error), this.clock.now(), id, worker],
      ),
    );
    return buried > 0;
  }

  private async end(tx: EntityManager, ids: readonly string[], worker: string): Promise<number> {
    if (ids.length === 0) return 0;
    return execute(
      tx,
      `UPDATE jobs SET status = 'done', active_key = NULL, lease_until = NULL, finished_at = ?
       WHERE id IN ${marks(ids.length)} AND worker = ? AND status = 'running'`,
      [this.clock.now(), ...ids, worker],
    );
  }

  /** When the next pending job is due, recurring ones aside, application time; null when nothing waits. */
  async nextRunAt(): Promise<number | null> {
    const [row] = await this.database.rows<{ at: number | null }>(
      `SELECT run_at AS at FROM jobs WHERE status = 'pending' AND kind NOT LIKE '${SCHEDULED}%' ORDER BY run_at LIMIT 1`,
    );
    return row?.at === undefined || row.at === null ? null : Number(row.at);
  }

  /** Finished jobs older than `before` make room. */
  prune(before: number): Promise<number> {
    return this.database.transaction((tx) =>
      execute(tx, `DELETE FROM jobs WHERE finished_at < ? AND status IN ('done', 'cancelled')`, [before]),
    );
  }
}

/** Operators read it: no personal data, and not more than fits. */
const shown = (error: string): string => withoutPersonalData(error).slice(0, 500);
