import { Injectable } from '@nestjs/common';
import { DomainEvents } from '../../../../platform/events/domain-events';
import { type ClaimedJob, type JobHandler, type JobOutcome, JobRegistry } from '../../../../platform/jobs/job-registry';
import { RealNameStated } from '../../../registers/customer';
import { ReferralJudged, ReferralMoved } from '../../referral';
import { StoryPublished } from '../../story';
import { ViewingCheckedIn } from '../../viewing';
import { PointsService } from '../points/points.service';
import { REWARD_RELEASE } from '../reward.jobs';
import { RewardEarningService } from './reward-earning.service';

/** Rewards follow from what happens elsewhere; nobody calls them. */
@Injectable()
export class ReferralReactions {
  constructor(events: DomainEvents, earning: RewardEarningService, points: PointsService) {
    events.on(ReferralMoved, 'rewards', (move) => earning.moved(move));
    events.on(ReferralJudged, 'rewards', (judged) => earning.judged(judged));
    events.on(RealNameStated, 'rewards', ({ customerId }) => earning.realNameStated(customerId));
    events.on(ViewingCheckedIn, 'visit-points', (visit) => points.earnVisit(visit));
    events.on(StoryPublished, 'story-points', (story) => points.earnStory(story));
  }
}

/** The holding time of a reward is over. */
@Injectable()
export class RewardReleaseJob implements JobHandler<{ rewardId: string }> {
  readonly kind = REWARD_RELEASE;

  constructor(
    private readonly earning: RewardEarningService,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  run({ payload }: ClaimedJob<{ rewardId: string }>): Promise<JobOutcome> {
    return this.earning.release(payload.rewardId);
  }
}
