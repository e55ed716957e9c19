import { Injectable } from '@nestjs/common';
import { type ClaimedJob, type JobHandler, type JobOutcome, JobRegistry } from '../../../../platform/jobs/job-registry';
import { LEAD_IMPORT } from './lead-import.jobs';
import { LeadImportRunService } from './lead-import-run.service';

type Payload = { importId: string };

@Injectable()
export class LeadImportJob implements JobHandler<Payload> {
  readonly kind = LEAD_IMPORT;

  constructor(
    private readonly imports: LeadImportRunService,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  run(job: ClaimedJob<Payload>): Promise<JobOutcome> {
    return this.imports.work(job.payload.importId, job);
  }

  onDead(job: ClaimedJob<Payload>): Promise<void> {
    return this.imports.giveUp(job.payload.importId);
  }
}
