import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../../src/config/config';
import { ConfigModule } from '../../src/config/config.module';
import type { Clock } from '../../src/platform/clock/clock';
import { ClockModule } from '../../src/platform/clock/clock.module';
import { newId } from '../../src/platform/database/columns';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { Database, insertRows } from '../../src/platform/database/database';
import { DatabaseModule } from '../../src/platform/database/database.module';
import { DomainEvents } from '../../src/platform/events/domain-events';
import { EventsModule } from '../../src/platform/events/events.module';
import { JobBoard } from '../../src/platform/jobs/job-board';
import { JobQueue } from '../../src/platform/jobs/job-queue';
import { type JobHandler, JobRegistry } from '../../src/platform/jobs/job-registry';
import { JobRunner } from '../../src/platform/jobs/job-runner';
import { JobStore } from '../../src/platform/jobs/job-store';
import { JobsModule } from '../../src/platform/jobs/jobs.module';
import { LoggingModule } from '../../src/platform/logging/logging.module';
import { MetricsModule } from '../../src/platform/metrics/metrics.module';
import { schema } from '../../src/schema';

@Module({})
class JobHouseModule {}

/** The job table and nothing of the business: one worker's world, in this process or in one of its own. */
export interface JobHouse {
  database: Database;
  queue: JobQueue;
  runner: JobRunner;
  store: JobStore;
  registry: JobRegistry;
  board: JobBoard;
  events: DomainEvents;
  stop(): Promise<void>;
}

export async function openJobHouse(config: Config, clock: Clock): Promise<JobHouse> {
  const app = await NestFactory.createApplicationContext(
    {
      module: JobHouseModule,
      imports: [
        ConfigModule.with(config),
        ClockModule.with(clock),
        LoggingModule,
        MetricsModule,
        DatabaseModule.with(dataSourceOptions(config, schema)),
        JobsModule,
        EventsModule,
      ],
    },
    { logger: false },
  );
  return {
    database: app.get(Database),
    queue: app.get(JobQueue),
    runner: app.get(JobRunner),
    store: app.get(JobStore),
    registry: app.get(JobRegistry),
    board: app.get(JobBoard),
    events: app.get(DomainEvents),
    stop: () => app.close(),
  };
}

/** Where handlers leave what they did: who, for which job, at which attempt. */
export const MARKS = 'CREATE TABLE marks (id varchar(36) PRIMARY KEY, what varchar(80), job_id varchar(36), pid integer)';

export const mark = (what: string, jobId: string | null) => ({ id: newId(), what, job_id: jobId, pid: process.pid });

/** Handlers that leave marks, in the ways a handler may behave. */
export const markers = ({ database }: Pick<JobHouse, 'database'>): JobHandler<{ what: string }>[] => [
  {
    // Effect and mark of the job commit together.
    kind: 'test.whole',
    run: (job) =>
      database.transaction(async (tx) => {
        await insertRows(tx, 'marks', [mark(job.payload.what, job.id)]);
        await job.finish(tx);
        return 'done' as const;
      }),
  },
  {
    // Claimed together, done together.
    kind: 'test.together',
    run: (job) =>
      database.transaction(async (tx) => {
        await insertRows(tx, 'marks', [mark(job.payload.what, job.id)]);
        await job.finish(tx);
        return 'done' as const;
      }),
    runMany: (jobs, finishAll) =>
      database.transaction(async (tx) => {
        await insertRows(
          tx,
          'marks',
          jobs.map((job) => mark(job.payload.what, job.id)),
        );
        await finishAll(tx, jobs);
        return undefined;
      }),
  },
  {
    // Says that it began and never ends: its worker is to be killed.
    kind: 'test.hangs',
    run: async (job) => {
      await database.transaction((tx) => insertRows(tx, 'marks', [mark(`began ${job.attempt}`, job.id)]));
      if (job.attempt === 1) await new Promise(() => {});
      return 'done' as const;
    },
  },
];
