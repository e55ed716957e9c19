import { Injectable } from '@nestjs/common';
import { type ClaimedJob, type JobHandler, type JobOutcome, JobRegistry } from '../../../../platform/jobs/job-registry';
import { WAIT_CLOCK } from '../viewing.jobs';
import { ViewingWaitService } from './viewing-wait.service';

type Payload = { waitId: string };

/** An offered seat's deadline, or the end of a line. */
@Injectable()
export class WaitClockJob implements JobHandler<Payload> {
  readonly kind = WAIT_CLOCK;

  constructor(
    private readonly waits: ViewingWaitService,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  run(job: ClaimedJob<Payload>): Promise<JobOutcome> {
    return this.waits.tick(job.payload.waitId, (tx) => job.finish(tx));
  }
}
