import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** `skipped`: the world moved on and nothing is left to do. */
export type JobOutcome = 'done' | 'skipped';

export interface ClaimedJob<P = Record<string, unknown>> {
  readonly id: string;
  readonly kind: string;
  readonly payload: P;
  readonly attempt: number;
  /**
   * Marks the job finished inside the handler's own transaction, so that effect and mark commit together.
   * @throws LeaseLost when another worker has the job by now; let it through, so that the effect is rolled back.
   */
  finish(tx: EntityManager): Promise<void>;
}

/** As `finish`, for several jobs of the lot in one statement. */
export type FinishAll = (tx: EntityManager, jobs: readonly Pick<ClaimedJob, 'id' | 'finish'>[]) => Promise<void>;

/** For a job that came alone. */
export const finishEach: FinishAll = async (tx, jobs) => {
  for (const job of jobs) await job.finish(tx);
};

export interface JobHandler<P = Record<string, unknown>> {
  readonly kind: string;
  /** Reloads the world from the ids in the payload; may be called again for the same job. */
  run(job: ClaimedJob<P>): Promise<JobOutcome>;
  /**
   * When set, jobs of this kind that are claimed together are handed over together. Answers the error of each job that failed
   * on its own, by its id; throwing means that none of them counts, and each is tried alone.
   */
  runMany?(jobs: readonly ClaimedJob<P>[], finishAll: FinishAll): Promise<ReadonlyMap<string, Error> | undefined>;
  /** Called once when the last attempt failed: the failure must become visible to a person. */
  onDead?(job: ClaimedJob<P>, error: Error): Promise<void>;
}

/** The worker was taken for dead and its job given to another one. */
export class LeaseLost extends Error {}

/** Throw it to give up at once: trying again cannot help. */
export class PermanentJobError extends Error {}

@Injectable()
export class JobRegistry {
  private readonly handlers = new Map<string, JobHandler>();

  add<P>(handler: JobHandler<P>): void {
    if (this.handlers.has(handler.kind)) throw new Error(`two handlers for the job kind ${handler.kind}`);
    this.handlers.set(handler.kind, handler as unknown as JobHandler);
  }

  get(kind: string): JobHandler | undefined {
    return this.handlers.get(kind);
  }

  kinds(): string[] {
    return [...this.handlers.keys()];
  }
}
