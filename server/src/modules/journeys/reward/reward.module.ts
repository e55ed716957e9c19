import { Global, Module } from '@nestjs/common';
import { CustomerModule } from '../../registers/customer';
import { HomeModule } from '../../registers/home';
import { ProjectModule } from '../../registers/project';
import { StaffModule } from '../../registers/staff';
import { ReferralModule, ReferralRewards } from '../referral';
import { CatalogueQueries } from './catalogue/catalogue.queries';
import { RedemptionService } from './catalogue/redemption.service';
import { RedemptionDeskService } from './catalogue/redemption-desk.service';
import { StaffRedemptionController } from './catalogue/staff-redemption.controller';
import { ReferralFiles } from './earning/referral-files';
import { ReferralReactions, RewardReleaseJob } from './earning/referral-reactions';
import { RewardsOfReferrals } from './earning/referral-rewards.queries';
import { ReferralStandingQueries } from './earning/referral-standing.queries';
import { RewardEarningService } from './earning/reward-earning.service';
import { RewardGrants } from './earning/reward-grants';
import { LedgerBook } from './ledger/ledger-book';
import { MyRewardsController } from './mine/my-rewards.controller';
import { MyRewardsQueries } from './mine/my-rewards.queries';
import { ReferralOfferQueries } from './mine/referral-offer.queries';
import { ReferralRulesQueries } from './mine/referral-rules.queries';
import { RewardAccess } from './payout/reward-access';
import { RewardExportService } from './payout/reward-export.service';
import { RewardPayoutService } from './payout/reward-payout.service';
import { StaffRewardController } from './payout/staff-reward.controller';
import { StaffRewardQueries } from './payout/staff-reward.queries';
import { PointJobs } from './points/point-jobs';
import { PointPurse } from './points/point-purse';
import { PointsService } from './points/points.service';
import { RewardBook } from './reward-book';
import { RewardMerge } from './reward-merge';
import { RewardMessages } from './reward-messages';
import { RewardRuleSets } from './rules/reward-rules';
import { RewardRulesController } from './rules/reward-rules.controller';

/** Global for the one port it provides: referrals show what they earned without knowing this journey. */
@Global()
@Module({
  imports: [ProjectModule, StaffModule, CustomerModule, HomeModule, ReferralModule],
  controllers: [RewardRulesController, StaffRewardController, StaffRedemptionController, MyRewardsController],
  providers: [
    RewardRuleSets,
    LedgerBook,
    PointPurse,
    PointsService,
    PointJobs,
    RewardBook,
    RewardMessages,
    ReferralFiles,
    ReferralStandingQueries,
    RewardGrants,
    RewardEarningService,
    ReferralReactions,
    RewardReleaseJob,
    RewardAccess,
    RewardPayoutService,
    StaffRewardQueries,
    RewardExportService,
    CatalogueQueries,
    RedemptionService,
    RedemptionDeskService,
    MyRewardsQueries,
    RewardMerge,
    ReferralOfferQueries,
    ReferralRulesQueries,
    { provide: ReferralRewards, useClass: RewardsOfReferrals },
  ],
  exports: [ReferralRewards],
})
export class RewardModule {}
