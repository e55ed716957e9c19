import { Injectable } from '@nestjs/common';
import { type ClaimedJob, type JobHandler, type JobOutcome, JobRegistry } from '../../../platform/jobs/job-registry';
import { RemindingService } from './reminding.service';
import { SOP_REMIND } from './sop.jobs';

type Payload = { staffId: string };

@Injectable()
export class RemindJob implements JobHandler<Payload> {
  readonly kind = SOP_REMIND;

  constructor(
    private readonly reminding: RemindingService,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  run(job: ClaimedJob<Payload>): Promise<JobOutcome> {
    return this.reminding.send(job.payload.staffId, (tx) => job.finish(tx));
  }

  onDead(job: ClaimedJob<Payload>): Promise<void> {
    return this.reminding.resumeLater(job.payload.staffId);
  }
}
