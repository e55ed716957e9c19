import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';
import { JobController } from './job.controller';

@Module({ controllers: [HealthController, JobController] })
export class HealthModule {}
