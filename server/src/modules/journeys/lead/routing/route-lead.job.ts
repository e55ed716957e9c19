import { Injectable } from '@nestjs/common';
import {
  type ClaimedJob,
  type FinishAll,
  finishEach,
  type JobHandler,
  type JobOutcome,
  JobRegistry,
} from '../../../../platform/jobs/job-registry';
import { ROUTE_LEAD } from '../lead.jobs';
import { LeadRoutingService } from './lead-routing.service';

type Payload = { leadId: string };

/** Gives received leads to somebody; those that come together are placed together. */
@Injectable()
export class RouteLeadJob implements JobHandler<Payload> {
  readonly kind = ROUTE_LEAD;

  constructor(
    private readonly routing: LeadRoutingService,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  async run(job: ClaimedJob<Payload>): Promise<JobOutcome> {
    await this.routing.routeReceived([job], finishEach);
    return 'done';
  }

  async runMany(jobs: readonly ClaimedJob<Payload>[], finishAll: FinishAll): Promise<undefined> {
    await this.routing.routeReceived(jobs, finishAll);
  }
}
