import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { FollowerBackfill } from './modules/echoes/notification';
import { LeadSweepService } from './modules/journeys/lead/sweep/lead-sweep.service';
import { ViewingSweepService } from './modules/journeys/viewing/sweep/viewing-sweep.service';
import { WorkOrderSweepService } from './modules/journeys/work-order/sweep/work-order-sweep.service';
import { Sessions } from './modules/registers/identity';
import { UploadSweepService } from './modules/registers/upload/upload-sweep.service';
import { Clock } from './platform/clock/clock';
import { Database, execute } from './platform/database/database';
import { JobQueue } from './platform/jobs/job-queue';
import { type JobHandler, type JobOutcome, JobRegistry } from './platform/jobs/job-registry';
import { JobStore } from './platform/jobs/job-store';
import { SCHEDULED } from './platform/jobs/scheduled';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

interface Recurring {
  name: string;
  everyMinutes: number;
  run: () => Promise<unknown>;
}

/** Every recurring task of the application, on one page. Each is one durable job that asks for its next turn. */
@Injectable()
export class Schedule implements OnApplicationBootstrap {
  private readonly tasks: readonly Recurring[];

  constructor(
    leads: LeadSweepService,
    orders: WorkOrderSweepService,
    viewings: ViewingSweepService,
    sessions: Sessions,
    uploads: UploadSweepService,
    followers: FollowerBackfill,
    store: JobStore,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    registry: JobRegistry,
  ) {
    this.tasks = [
      { name: 'sweep-leads', everyMinutes: 10, run: () => leads.sweep() },
      { name: 'sweep-orders', everyMinutes: 10, run: () => orders.sweep() },
      { name: 'sweep-viewings', everyMinutes: 5, run: () => viewings.sweep() },
      { name: 'sweep-uploads', everyMinutes: 60, run: () => uploads.sweep() },
      { name: 'backfill-followers', everyMinutes: 24 * 60, run: () => followers.run() },
      { name: 'release-dead-leases', everyMinutes: 1, run: () => store.releaseExpired() },
      { name: 'prune-jobs', everyMinutes: 360, run: () => store.prune(clock.now() - 7 * DAY) },
      { name: 'prune-sessions', everyMinutes: 360, run: () => sessions.prune() },
      { name: 'prune-idempotency-keys', everyMinutes: 360, run: () => this.prune('idempotency_keys', 'created_at', 7 * DAY) },
      { name: 'prune-viewing-passes', everyMinutes: 360, run: () => this.prune('viewing_passes', 'expires_at', DAY) },
      { name: 'prune-callbacks', everyMinutes: 360, run: () => this.prune('wechat_callbacks', 'received_at', 7 * DAY) },
    ];
    for (const task of this.tasks) registry.add(this.handlerOf(task));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.database.transaction((tx) => this.jobs.add(tx, ...this.tasks.map((task) => this.turnOf(task, 0))));
  }

  private handlerOf(task: Recurring): JobHandler {
    return {
      kind: `${SCHEDULED}${task.name}`,
      run: async (job): Promise<JobOutcome> => {
        await task.run();
        // Finishing frees the key for the next turn, in the same transaction: there is always exactly one.
        await this.database.transaction(async (tx) => {
          await job.finish(tx);
          await this.jobs.add(tx, this.turnOf(task, task.everyMinutes * MINUTE));
        });
        return 'done';
      },
      onDead: () => this.database.transaction((tx) => this.jobs.add(tx, this.turnOf(task, task.everyMinutes * MINUTE))),
    };
  }

  private turnOf(task: Recurring, delayMs: number) {
    const kind = `${SCHEDULED}${task.name}`;
    return { kind, payload: {}, key: kind, runAt: this.clock.now() + delayMs };
  }

  private prune(table: string, column: string, keepMs: number): Promise<number> {
    return this.database.transaction((tx) => execute(tx, `DELETE FROM ${table} WHERE ${column} < ?`, [this.clock.now() - keepMs]));
  }
}
