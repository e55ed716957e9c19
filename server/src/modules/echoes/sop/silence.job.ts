import { Injectable } from '@nestjs/common';
import { type ClaimedJob, type JobHandler, type JobOutcome, JobRegistry } from '../../../platform/jobs/job-registry';
import { SilenceService } from './silence.service';
import { SOP_SILENCE } from './sop.jobs';

type Payload = { leadId: string };

@Injectable()
export class SilenceJob implements JobHandler<Payload> {
  readonly kind = SOP_SILENCE;

  constructor(
    private readonly silence: SilenceService,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  run(job: ClaimedJob<Payload>): Promise<JobOutcome> {
    return this.silence.check(job.payload.leadId, (tx) => job.finish(tx));
  }
}
