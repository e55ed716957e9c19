import { Injectable } from '@nestjs/common';
import { type ClaimedJob, type JobHandler, type JobOutcome, JobRegistry } from '../../../../platform/jobs/job-registry';
import { SERVE_LINES } from '../viewing.jobs';
import { LineServingService } from './line-serving.service';

type Payload = { from: number; to: number };

/** Something that lines may have waited for has become free; may run twice. */
@Injectable()
export class ServeLinesJob implements JobHandler<Payload> {
  readonly kind = SERVE_LINES;

  constructor(
    private readonly lines: LineServingService,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  async run({ payload }: ClaimedJob<Payload>): Promise<JobOutcome> {
    return (await this.lines.serve(payload)) > 0 ? 'done' : 'skipped';
  }
}
