import { Global, Module } from '@nestjs/common';
import { JobBoard } from './job-board';
import { JobQueue } from './job-queue';
import { JobRegistry } from './job-registry';
import { JobRunner } from './job-runner';
import { JobStore } from './job-store';

@Global()
@Module({
  providers: [JobQueue, JobStore, JobRegistry, JobRunner, JobBoard],
  exports: [JobQueue, JobRegistry, JobRunner, JobBoard, JobStore],
})
export class JobsModule {}
