import { Module } from '@nestjs/common';
import { CustomerModule } from '../../registers/customer';
import { HomeModule } from '../../registers/home';
import { IdentityModule } from '../../registers/identity';
import { LiveCodeModule } from '../../registers/live-code';
import { ProjectModule } from '../../registers/project';
import { StaffModule } from '../../registers/staff';
import { UploadModule } from '../../registers/upload';
import { LeadModule } from '../lead';
import { ViewingModule } from '../viewing';
import { AppealController } from './appeal/appeal.controller';
import { AppealQueries } from './appeal/appeal.queries';
import { AppealService } from './appeal/appeal.service';
import { Overturning } from './appeal/overturning';
import { FraudController } from './fraud/fraud.controller';
import { FraudFlagQueries } from './fraud/fraud-flag.queries';
import { FraudFlagService } from './fraud/fraud-flag.service';
import { FraudInspection } from './fraud/fraud-inspection';
import { RelativesService } from './fraud/relatives.service';
import { MyReferralsQueries } from './reading/my-referrals.queries';
import { ReferralReadingController } from './reading/reading.controller';
import { StaffReferralsQueries } from './reading/staff-referrals.queries';
import { ReferralAccess } from './referral-access';
import { ReferralBook } from './referral-book';
import { ReferralMerge } from './referral-merge';
import { ReferralMessages } from './referral-messages';
import { AskCodes } from './registration/ask-codes';
import { CodeArrivalService } from './registration/code-arrival.service';
import { ReferralController } from './registration/referral.controller';
import { ReferralAgreeing } from './registration/referral-agreeing';
import { ReferralAskService } from './registration/referral-ask.service';
import { ReferralLinksService } from './registration/referral-links.service';
import { ReferralRegistrationService } from './registration/referral-registration.service';
import { ExpiryJob } from './stage/expiry.job';
import { ReferralExpiryService } from './stage/referral-expiry.service';
import { ReferralStageController } from './stage/referral-stage.controller';
import { ReferralStageService } from './stage/referral-stage.service';
import { ReferralVisitsService } from './stage/referral-visits.service';
import { DealJudging } from './verdict/deal-judging';
import { ExamineReferralJob } from './verdict/examine-referral.job';
import { ReferrerTies } from './verdict/referrer-ties.queries';
import { VerdictController } from './verdict/verdict.controller';
import { VerdictBook } from './verdict/verdict-book';
import { VerdictFactsQueries } from './verdict/verdict-facts.queries';
import { VerdictPromiseQueries } from './verdict/verdict-promise.queries';
import { VerdictReading } from './verdict/verdict-reading.service';
import { VerdictRuleSets } from './verdict/verdict-rule-sets';
import { VerdictSimulationService } from './verdict/verdict-simulation.service';

@Module({
  imports: [
    CustomerModule,
    ProjectModule,
    StaffModule,
    IdentityModule,
    HomeModule,
    LiveCodeModule,
    UploadModule,
    LeadModule,
    ViewingModule,
  ],
  controllers: [
    ReferralController,
    ReferralReadingController,
    ReferralStageController,
    VerdictController,
    AppealController,
    FraudController,
  ],
  providers: [
    ReferralMessages,
    ReferralBook,
    ReferralAccess,
    AskCodes,
    ReferralAgreeing,
    ReferralRegistrationService,
    ReferralLinksService,
    CodeArrivalService,
    ReferralAskService,
    ReferralExpiryService,
    ReferralVisitsService,
    ReferralStageService,
    ExpiryJob,
    ReferrerTies,
    VerdictRuleSets,
    VerdictFactsQueries,
    VerdictBook,
    VerdictReading,
    VerdictSimulationService,
    VerdictPromiseQueries,
    ExamineReferralJob,
    DealJudging,
    Overturning,
    AppealService,
    AppealQueries,
    FraudInspection,
    FraudFlagQueries,
    FraudFlagService,
    RelativesService,
    MyReferralsQueries,
    StaffReferralsQueries,
    ReferralMerge,
  ],
  exports: [FraudFlagQueries, VerdictPromiseQueries],
})
export class ReferralModule {}
