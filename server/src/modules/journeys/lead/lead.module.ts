import { Global, Module } from '@nestjs/common';
import { SpreadsheetModule } from '../../../platform/spreadsheet';
import { CustomerModule, InterestDesk } from '../../registers/customer';
import { HomeModule } from '../../registers/home';
import { LiveCodeModule } from '../../registers/live-code';
import { ProjectModule } from '../../registers/project';
import { ColleagueLoads, StaffModule } from '../../registers/staff';
import { LeadAcceptanceService } from './acceptance/lead-acceptance.service';
import { OfferExpiryJob } from './acceptance/offer-expiry.job';
import { LeadBoardQueries } from './board/lead-board.queries';
import { ContactWithdrawalService } from './follow-up/contact-withdrawal.service';
import { LeadFollowUpService } from './follow-up/lead-follow-up.service';
import { LeadImportController } from './import/lead-import.controller';
import { LeadImportJob } from './import/lead-import.job';
import { LeadImportQueries } from './import/lead-import.queries';
import { LeadImportService } from './import/lead-import.service';
import { LeadImportBatchService } from './import/lead-import-batch.service';
import { LeadImportRunService } from './import/lead-import-run.service';
import { IntakeQueue } from './intake/intake-queue';
import { LeadIntakeController } from './intake/lead.controller';
import { LeadIntakeService } from './intake/lead-intake.service';
import { LeadInterestDesk } from './intake/lead-interest-desk';
import { LeadSubmissionService } from './intake/lead-submission.service';
import { RepurchaseService } from './intake/repurchase.service';
import { LeadController } from './lead.controller';
import { LeadQueries } from './lead.queries';
import { LeadAccess } from './lead-access';
import { LeadDetailQueries } from './lead-detail.queries';
import { LeadHistory } from './lead-history.queries';
import { LeadSourceQueries } from './lead-source.queries';
import { LeadMerge } from './merge/lead-merge';
import { MyLeadsQueries } from './my-leads.queries';
import { AgentTallies } from './routing/agent-tallies';
import { LeadRoutingService } from './routing/lead-routing.service';
import { Placements } from './routing/placement';
import { RouteLeadJob } from './routing/route-lead.job';
import { RoutingRulesController } from './routing/routing-rules.controller';
import { RuleSets } from './routing/rule-sets';
import { LeadSweepService } from './sweep/lead-sweep.service';

/** Global for two ports only: colleagues are shown with the leads they hold, and other journeys bring customers. */
@Global()
@Module({
  imports: [ProjectModule, StaffModule, CustomerModule, HomeModule, LiveCodeModule, SpreadsheetModule],
  controllers: [LeadIntakeController, LeadController, LeadImportController, RoutingRulesController],
  providers: [
    LeadAccess,
    LeadHistory,
    LeadSourceQueries,
    LeadQueries,
    LeadDetailQueries,
    MyLeadsQueries,
    LeadBoardQueries,
    IntakeQueue,
    LeadIntakeService,
    { provide: InterestDesk, useClass: LeadInterestDesk },
    LeadSubmissionService,
    RepurchaseService,
    RuleSets,
    AgentTallies,
    Placements,
    LeadRoutingService,
    RouteLeadJob,
    { provide: ColleagueLoads, useExisting: AgentTallies },
    LeadAcceptanceService,
    OfferExpiryJob,
    LeadFollowUpService,
    ContactWithdrawalService,
    LeadMerge,
    LeadSweepService,
    LeadImportQueries,
    LeadImportService,
    LeadImportBatchService,
    LeadImportRunService,
    LeadImportJob,
  ],
  exports: [ColleagueLoads, InterestDesk, LeadQueries, LeadHistory, LeadAccess, LeadSweepService, LeadSourceQueries],
})
export class LeadModule {}
