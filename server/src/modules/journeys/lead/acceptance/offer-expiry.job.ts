import { Injectable } from '@nestjs/common';
import { type ClaimedJob, type JobHandler, type JobOutcome, JobRegistry } from '../../../../platform/jobs/job-registry';
import { OFFER_EXPIRY } from '../lead.jobs';
import { LeadAcceptanceService } from './lead-acceptance.service';

type Payload = { leadId: string; offerId: string };

@Injectable()
export class OfferExpiryJob implements JobHandler<Payload> {
  readonly kind = OFFER_EXPIRY;

  constructor(
    private readonly acceptance: LeadAcceptanceService,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  run(job: ClaimedJob<Payload>): Promise<JobOutcome> {
    return this.acceptance.expire(job.payload.leadId, job.payload.offerId, (tx) => job.finish(tx));
  }
}
