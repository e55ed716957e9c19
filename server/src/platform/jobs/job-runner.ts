import { randomUUID } from 'node:crypto';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock';
import { withCorrelation } from '../logging/correlation';
import { Log } from '../logging/log';
import { Metrics } from '../metrics/metrics';
import { JobQueue } from './job-queue';
import { type ClaimedJob, type FinishAll, type JobHandler, JobRegistry, LeaseLost, PermanentJobError } from './job-registry';
import { type JobRow, JobStore, LEASE_MS } from './job-store';

const IDLE_MS = 500;
const BATCH = 32;
/** While one lot waits for somebody's answer over the network, another is at work. */
const LOOPS = 2;
/**
 * Under load the table is not asked more often than this: what comes in between travels as one lot. A job that comes to an idle
 * worker does not wait for it.
 */
const BREATH_MS = 40;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 15 * 60_000;

/** Waits before attempt `n + 1`: doubling from two seconds to a quarter of an hour. */
export const backoffMs = (attempt: number): number => Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempt - 1));

/**
 * One worker: claims due jobs, runs their handlers, some at once, retries with back-off and buries what keeps failing.
 * Any number of workers in any number of processes share the table.
 */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly worker = `w-${randomUUID().slice(0, 12)}`;
  private readonly held = new Set<string>();
  private concurrency = 8;
  private running = false;
  /** Loops that rest; one is enough for work that came. */
  private readonly resting = new Set<() => void>();
  /** How often work came: a loop that asked the table before the latest time asks again. */
  private wakes = 0;
  /** When the table was last asked, machine time. */
  private askedAt = 0;
  private loops: Promise<unknown> = Promise.resolve();
  private upkeep: NodeJS.Timeout | null = null;

  constructor(
    private readonly store: JobStore,
    private readonly registry: JobRegistry,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly metrics: Metrics,
    queue: JobQueue,
  ) {
    queue.onWork(() => {
      this.wakes += 1;
      const [first] = this.resting;
      first?.();
    });
  }

  start(concurrency: number): void {
    if (this.running) return;
    this.concurrency = concurrency;
    this.running = true;
    this.loops = Promise.all(Array.from({ length: LOOPS }, () => this.work()));
    this.upkeep = setInterval(() => void this.keepLeases(), LEASE_MS / 4);
    this.upkeep.unref();
  }

  /** Finishes what is at work, then stops claiming. */
  async stop(): Promise<void> {
    this.running = false;
    if (this.upkeep) clearInterval(this.upkeep);
    for (const wake of this.resting) wake();
    await this.loops;
  }

  /** Before the connections of the database are closed. */
  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** Holds the loop while `work` runs jobs in its own order. */
  async whilePaused<T>(work: () => Promise<T>): Promise<T> {
    const wasRunning = this.running;
    await this.stop();
    try {
      return await work();
    } finally {
      if (wasRunning) this.start(this.concurrency);
    }
  }

  /** Runs everything that is due now and what that makes due now; answers how many jobs ran. Not beside a running loop. */
  async drain(): Promise<number> {
    let ran = 0;
    for (;;) {
      const rows = await this.store.claim(this.worker, BATCH);
      if (rows.length === 0) return ran;
      await this.runRows(rows);
      ran += rows.length;
    }
  }

  private async work(): Promise<void> {
    let idleSince = 0;
    while (this.running) {
      const seen = this.wakes;
      this.askedAt = this.clock.wall();
      const rows = await this.store.claim(this.worker, BATCH).catch((error: Error) => {
        this.log.error({ err: error }, 'claiming jobs failed');
        return [];
      });
      if (rows.length > 0) {
        // What fails here is not a job but its bookkeeping: the lease runs out and the job comes again.
        await this.runRows(rows).catch((error: Error) => this.log.error({ err: error }, 'a lot of jobs was left to its lease'));
        if (rows.length < BATCH) await this.breathe();
        continue;
      }
      idleSince += 1;
      if (idleSince % 20 === 0) await this.store.releaseExpired().catch(() => 0);
      await this.rest(seen);
      await this.breathe();
    }
  }

  private async breathe(): Promise<void> {
    const left = this.askedAt + BREATH_MS - this.clock.wall();
    if (left > 0 && this.running) await new Promise((resolve) => setTimeout(resolve, left));
  }

  private rest(seen: number): Promise<void> {
    if (this.wakes !== seen || !this.running) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.resting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, IDLE_MS);
      this.resting.add(wake);
    });
  }

  private async runRows(rows: readonly JobRow[]): Promise<void> {
    for (const row of rows) this.held.add(row.id);
    const byKind = groupByKind(rows);
    const tasks: (() => Promise<void>)[] = [];
    for (const [kind, group] of byKind) {
      const handler = this.registry.get(kind);
      const [spent, fresh] = [group.filter(hasNoTryLeft), group.filter((row) => !hasNoTryLeft(row))];
      if (handler?.runMany && fresh.length > 1) tasks.push(() => this.runTogether(handler, fresh));
      else tasks.push(...fresh.map((row) => () => this.runOne(handler, row)));
      tasks.push(...spent.map((row) => () => this.failed(handler, row, this.claimed(row).job, new PermanentJobError(SPENT))));
    }
    const lanes = Array.from({ length: Math.min(this.concurrency, tasks.length) }, async () => {
      for (let task = tasks.shift(); task; task = tasks.shift()) await task();
    });
    try {
      await Promise.all(lanes);
    } finally {
      for (const row of rows) this.held.delete(row.id);
    }
  }

  private async runTogether(handler: JobHandler, rows: readonly JobRow[]): Promise<void> {
    const jobs = rows.map((row) => this.claimed(row));
    const finishAll: FinishAll = async (tx, done) => {
      const ids = done.map((job) => job.id);
      await this.store.finish(tx, ids, this.worker);
      for (const { row, state } of jobs) if (ids.includes(row.id)) state.finished = true;
    };
    try {
      const errors = await withCorrelation(rows[0]?.correlation_id ?? undefined, () =>
        Promise.resolve(
          handler.runMany?.(
            jobs.map((j) => j.job),
            finishAll,
          ),
        ),
      );
      for (const { row, job, state } of jobs) {
        const error = errors?.get(row.id);
        if (error) {
          await this.failed(handler, row, job, error);
          continue;
        }
        if (!state.finished) await this.store.finishAlone(row.id, this.worker);
        this.metrics.jobs.inc({ kind: row.kind, outcome: 'done' });
      }
    } catch (error) {
      // One bad job must not hold up its neighbours: each gets its own try.
      this.log.warn({ kind: handler.kind, size: rows.length, err: error }, 'a batch failed, running its jobs one by one');
      for (const row of rows) await this.runOne(handler, row);
    }
  }

  private async runOne(handler: JobHandler | undefined, row: JobRow): Promise<void> {
    const { job, state } = this.claimed(row);
    const stop = this.metrics.jobSeconds.startTimer({ kind: row.kind });
    try {
      if (!handler) throw new PermanentJobError(`no handler for the job kind ${row.kind}`);
      const outcome = await withCorrelation(row.correlation_id ?? undefined, () => handler.run(job));
      if (!state.finished) await this.store.finishAlone(row.id, this.worker);
      this.metrics.jobs.inc({ kind: row.kind, outcome });
    } catch (error) {
      await this.failed(handler, row, job, error as Error);
    } finally {
      stop();
    }
  }

  private async failed(handler: JobHandler | undefined, row: JobRow, job: ClaimedJob, error: Error): Promise<void> {
    const attempt = row.attempts + 1;
    const last = error instanceof PermanentJobError || attempt >= row.max_attempts;
    const ours =
      !(error instanceof LeaseLost) &&
      (last
        ? await this.store.bury(row.id, this.worker, error.message)
        : await this.store.retryLater(row.id, this.worker, this.clock.now() + backoffMs(attempt), error.message));
    const outcome = !ours ? 'lost' : last ? 'dead' : 'retried';
    this.metrics.jobs.inc({ kind: row.kind, outcome });
    this.log[outcome === 'dead' ? 'error' : 'warn'](
      { jobId: row.id, kind: row.kind, attempt, outcome, correlationId: row.correlation_id, err: error },
      'job failed',
    );
    if (outcome !== 'dead') return;
    await handler?.onDead?.(job, error)?.catch((err: Error) => this.log.error({ jobId: row.id, err }, 'dead job could not be reported'));
  }

  private claimed(row: JobRow): { row: JobRow; job: ClaimedJob; state: { finished: boolean } } {
    const state = { finished: false };
    const job: ClaimedJob = {
      id: row.id,
      kind: row.kind,
      payload: typeof row.payload === 'string' ? JSON.parse(row.payload) : row.payload,
      attempt: row.attempts + 1,
      finish: async (tx: EntityManager) => {
        await this.store.finish(tx, [row.id], this.worker);
        state.finished = true;
      },
    };
    return { row, job, state };
  }

  private keepLeases(): Promise<void> {
    return this.store.renew(this.worker, [...this.held]).catch((error: Error) => this.log.error({ err: error }, 'leases were not renewed'));
  }
}

/** It was claimed as often as it may and never came to an end: whatever holds it dies, and must not take every worker along. */
const hasNoTryLeft = (row: JobRow): boolean => row.attempts >= row.max_attempts;
const SPENT = 'the worker ended at every attempt without an answer';

function groupByKind(rows: readonly JobRow[]): Map<string, JobRow[]> {
  const groups = new Map<string, JobRow[]>();
  for (const row of rows) groups.set(row.kind, [...(groups.get(row.kind) ?? []), row]);
  return groups;
}
