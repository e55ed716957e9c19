import { Injectable } from '@nestjs/common';
import { JobRegistry } from '../../../../platform/jobs/job-registry';
import { ASK_EXPIRY, PROTECTION_EXPIRY } from '../referral.jobs';
import { ReferralExpiryService } from './referral-expiry.service';

@Injectable()
export class ExpiryJob {
  constructor(expiry: ReferralExpiryService, registry: JobRegistry) {
    registry.add<{ referralId: string }>({ kind: ASK_EXPIRY, run: ({ payload }) => expiry.unanswered(payload.referralId) });
    registry.add<{ referralId: string }>({ kind: PROTECTION_EXPIRY, run: ({ payload }) => expiry.unvisited(payload.referralId) });
  }
}
