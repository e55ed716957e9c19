import { Module } from '@nestjs/common';
import { CustomerModule } from '../../registers/customer';
import { IdentityModule } from '../../registers/identity';
import { ProjectModule } from '../../registers/project';
import { StaffModule } from '../../registers/staff';
import { Placing } from './booking/placing';
import { Seats } from './booking/seats';
import { ViewingController } from './booking/viewing.controller';
import { ViewingBookingService } from './booking/viewing-booking.service';
import { VisitorLimits } from './booking/visitor-limits';
import { OwnerFollowingService } from './changing/owner-following.service';
import { ViewingChangeService } from './changing/viewing-change.service';
import { Hosts } from './hosts/hosts';
import { ViewingPlanController } from './plan/viewing-plan.controller';
import { ViewingPlanService } from './plan/viewing-plan.service';
import { ViewingPlans } from './plan/viewing-plans';
import { MyViewingsQueries } from './reading/my-viewings.queries';
import { ViewingReminderJob } from './reminding/viewing-reminder.job';
import { SlotDesk } from './slots/slot-desk';
import { ViewingSlotQueries } from './slots/viewing-slot.queries';
import { ViewingMessages } from './viewing-messages';
import { VisitHistory } from './visit-history.queries';
import { Line } from './waits/line';
import { MyWaitsQueries } from './waits/my-waits.queries';
import { ViewingWaitService } from './waits/viewing-wait.service';
import { WaitClockJob } from './waits/wait-clock.job';

@Module({
  imports: [ProjectModule, StaffModule, CustomerModule, IdentityModule],
  controllers: [ViewingController, ViewingPlanController],
  providers: [
    ViewingPlans,
    ViewingPlanService,
    ViewingSlotQueries,
    SlotDesk,
    Seats,
    VisitorLimits,
    Hosts,
    Placing,
    ViewingBookingService,
    ViewingChangeService,
    OwnerFollowingService,
    Line,
    ViewingWaitService,
    WaitClockJob,
    MyWaitsQueries,
    MyViewingsQueries,
    ViewingMessages,
    ViewingReminderJob,
    VisitHistory,
  ],
  exports: [VisitHistory],
})
export class ViewingModule {}
