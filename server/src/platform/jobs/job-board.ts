import type { JobStatus, JobView, Page } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Database, execute } from '../database/database';
import { coded } from '../http/coded-error';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { Job } from './job.entity';
import { JobQueue } from './job-queue';

/** What operators see of the job table, and the one thing they do to it. */
@Injectable()
export class JobBoard {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  /** Newest first; those of one status by when they were due, which is how they are kept. */
  async list(filter: { status?: JobStatus; kind?: string; cursor?: string; limit: number }): Promise<Page<JobView>> {
    const query = this.database.manager.createQueryBuilder(Job, 'job').limit(filter.limit + 1);
    const before = filter.cursor ? decodeCursor(filter.cursor) : null;
    if (filter.kind) query.andWhere('job.kind = :kind', { kind: filter.kind });
    if (filter.status) {
      query.andWhere('job.status = :status', { status: filter.status }).orderBy('job.runAt', 'DESC').addOrderBy('job.id', 'DESC');
      const [at, id] = before ?? [];
      if (before) query.andWhere('job.runAt <= :at AND (job.runAt < :at OR job.id < :id)', { at: Number(at), id: String(id) });
    } else {
      query.orderBy('job.id', 'DESC');
      if (before) query.andWhere('job.id < :before', { before: String(before[0]) });
    }
    const jobs = await query.getMany();
    const page = jobs.slice(0, filter.limit);
    const last = page.at(-1);
    const more = last && jobs.length > filter.limit;
    return { items: page.map(toView), nextCursor: more ? encodeCursor(filter.status ? [last.runAt, last.id] : [last.id]) : null };
  }

  /** Gives a buried job its attempts back. */
  async rerun(id: string): Promise<JobView> {
    return this.database.useCase(async (tx) => {
      const now = this.clock.now();
      const revived = await execute(
        tx,
        `UPDATE jobs SET status = 'pending', attempts = 0, run_at = ?, finished_at = NULL WHERE id = ? AND status = 'dead'`,
        [now, id],
      );
      if (revived === 0) throw coded((await tx.existsBy(Job, { id })) ? 'job.state-conflict' : 'job.not-found');
      this.database.afterCommit(tx, () => this.queue.wake());
      return toView(await tx.findOneByOrFail(Job, { id }));
    });
  }

  /** Pending jobs already due, and how late the latest of them is, milliseconds. */
  async lag(): Promise<{ due: number; oldestMs: number }> {
    const now = this.clock.now();
    const [row] = await this.database.rows<{ due: number; oldest: number | null }>(
      `SELECT COUNT(*) AS due, MIN(run_at) AS oldest FROM jobs WHERE status = 'pending' AND run_at <= ?`,
      [now],
    );
    return { due: Number(row?.due ?? 0), oldestMs: row?.oldest ? now - Number(row.oldest) : 0 };
  }
}

function toView(job: Job): JobView {
  return {
    id: job.id,
    kind: job.kind,
    status: job.status,
    runAt: new Date(job.runAt).toISOString(),
    attempts: job.attempts,
    maxAttempts: job.maxAttempts,
    lastError: job.lastError,
    createdAt: new Date(job.createdAt).toISOString(),
    finishedAt: job.finishedAt === null ? null : new Date(job.finishedAt).toISOString(),
  };
}
