import { Module } from '@nestjs/common';
import { LeadModule } from '../../journeys/lead';
import { CustomerModule } from '../../registers/customer';
import { ProjectModule } from '../../registers/project';
import { StaffModule } from '../../registers/staff';
import { LeadReactionsService } from './lead-reactions.service';
import { RemindJob } from './remind.job';
import { ReminderLineQueries } from './reminder-line.queries';
import { RemindingService } from './reminding.service';
import { SilenceJob } from './silence.job';
import { SilenceService } from './silence.service';
import { SopController } from './sop.controller';
import { SopPlanQueries } from './sop-plan.queries';
import { SopTaskQueries } from './sop-task.queries';
import { TaskMerge } from './task-merge';
import { TaskOpeningService } from './task-opening.service';
import { TaskOwnerQueries } from './task-owner.queries';
import { TaskProgressService } from './task-progress.service';
import { VisitReactionsService } from './visit-reactions.service';

@Module({
  imports: [LeadModule, ProjectModule, StaffModule, CustomerModule],
  controllers: [SopController],
  providers: [
    SopPlanQueries,
    SopTaskQueries,
    TaskOwnerQueries,
    ReminderLineQueries,
    RemindingService,
    RemindJob,
    TaskOpeningService,
    TaskMerge,
    TaskProgressService,
    SilenceService,
    SilenceJob,
    LeadReactionsService,
    VisitReactionsService,
  ],
})
export class SopModule {}
