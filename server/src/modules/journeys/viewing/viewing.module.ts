import { Module } from '@nestjs/common';
import { CustomerModule } from '../../registers/customer';
import { HomeModule } from '../../registers/home';
import { IdentityModule } from '../../registers/identity';
import { LiveCodeModule } from '../../registers/live-code';
import { ProjectModule } from '../../registers/project';
import { SiteRotaModule } from '../../registers/site-rota';
import { StaffModule } from '../../registers/staff';
import { LeadModule } from '../lead';
import { BookingQueue } from './booking/booking-queue';
import { Guests } from './booking/guests';
import { Placing } from './booking/placing';
import { Seats } from './booking/seats';
import { ViewingController } from './booking/viewing.controller';
import { ViewingBookingService } from './booking/viewing-booking.service';
import { VisitorLimits } from './booking/visitor-limits';
import { OwnerFollowingService } from './changing/owner-following.service';
import { ViewingChangeService } from './changing/viewing-change.service';
import { CompletionService } from './desk/completion.service';
import { HostingService } from './desk/hosting.service';
import { Misses } from './desk/misses';
import { SiteDaysQueries } from './desk/site-days.queries';
import { StaffViewingQueries } from './desk/staff-viewing.queries';
import { TourService } from './desk/tour.service';
import { ViewingAccess } from './desk/viewing-access';
import { ViewingDeskController } from './desk/viewing-desk.controller';
import { ViewingFactsQueries } from './desk/viewing-facts.queries';
import { Hosts } from './hosts/hosts';
import { ViewingPlanController } from './plan/viewing-plan.controller';
import { ViewingPlanService } from './plan/viewing-plan.service';
import { ViewingPlans } from './plan/viewing-plans';
import { MyViewingsQueries } from './reading/my-viewings.queries';
import { ViewingReminderJob } from './reminding/viewing-reminder.job';
import { SlotDesk } from './slots/slot-desk';
import { ViewingSlotQueries } from './slots/viewing-slot.queries';
import { ViewingSweepService } from './sweep/viewing-sweep.service';
import { ViewingMerge } from './viewing-merge';
import { ViewingMessages } from './viewing-messages';
import { Arrivals } from './visit/arrivals';
import { CheckInService } from './visit/check-in.service';
import { FormDueJob } from './visit/form-due.job';
import { Passes } from './visit/passes';
import { Presence } from './visit/presence';
import { RatingService } from './visit/rating.service';
import { SurveyJob } from './visit/survey.job';
import { VisitController } from './visit/visit.controller';
import { VisitNotes } from './visit/visit-notes';
import { WalkInService } from './visit/walk-in.service';
import { VisitHistory } from './visit-history.queries';
import { Line } from './waits/line';
import { LineServingService } from './waits/line-serving.service';
import { MyWaitsQueries } from './waits/my-waits.queries';
import { ServeLinesJob } from './waits/serve-lines.job';
import { ViewingWaitService } from './waits/viewing-wait.service';
import { WaitClockJob } from './waits/wait-clock.job';

@Module({
  imports: [ProjectModule, StaffModule, SiteRotaModule, CustomerModule, HomeModule, IdentityModule, LiveCodeModule, LeadModule],
  controllers: [ViewingController, ViewingPlanController, VisitController, ViewingDeskController],
  providers: [
    ViewingPlans,
    ViewingPlanService,
    ViewingSlotQueries,
    SlotDesk,
    Seats,
    VisitorLimits,
    Hosts,
    BookingQueue,
    Guests,
    Placing,
    ViewingBookingService,
    ViewingChangeService,
    OwnerFollowingService,
    Line,
    LineServingService,
    ServeLinesJob,
    ViewingWaitService,
    WaitClockJob,
    MyWaitsQueries,
    MyViewingsQueries,
    ViewingMessages,
    ViewingReminderJob,
    VisitHistory,
    ViewingAccess,
    StaffViewingQueries,
    SiteDaysQueries,
    ViewingFactsQueries,
    VisitNotes,
    Arrivals,
    Passes,
    Presence,
    CheckInService,
    WalkInService,
    Misses,
    HostingService,
    CompletionService,
    TourService,
    RatingService,
    FormDueJob,
    SurveyJob,
    ViewingSweepService,
    ViewingMerge,
  ],
  exports: [VisitHistory, ViewingFactsQueries, ViewingSweepService],
})
export class ViewingModule {}
