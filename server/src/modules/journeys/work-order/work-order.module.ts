import { Module } from '@nestjs/common';
import { CustomerModule } from '../../registers/customer';
import { HomeModule } from '../../registers/home';
import { ProjectModule } from '../../registers/project';
import { StaffModule } from '../../registers/staff';
import { UploadModule } from '../../registers/upload';
import { OrderClockJob } from './clock/order-clock.job';
import { SlaReplayController } from './clock/sla-replay.controller';
import { SlaReplayService } from './clock/sla-replay.service';
import { WorkOrderClockService } from './clock/work-order-clock.service';
import { DispatchLoads } from './dispatch/dispatch-loads';
import { DispatchOrderJob } from './dispatch/dispatch-order.job';
import { DispatchRules } from './dispatch/dispatch-rules';
import { DispatchRulesController } from './dispatch/dispatch-rules.controller';
import { DispatchSimulationService } from './dispatch/dispatch-simulation.service';
import { OrderPlacements } from './dispatch/order-placement';
import { WorkOrderDispatchService } from './dispatch/work-order-dispatch.service';
import { WorkOrderIntakeService } from './intake/work-order-intake.service';
import { OrderBook } from './order-book';
import { OrderMessages } from './order-messages';
import { OrderTaking } from './order-taking';
import { OwnerVerbsService } from './owner/owner-verbs.service';
import { WorkOrderController } from './owner/work-order.controller';
import { RevisitController } from './rating/revisit.controller';
import { RevisitService } from './rating/revisit.service';
import { HandOverService } from './serving/hand-over.service';
import { StaffWorkOrderController } from './serving/staff-work-order.controller';
import { WorkOrderServingService } from './serving/work-order-serving.service';
import { WorkOrderSweepService } from './sweep/work-order-sweep.service';
import { WorkOrderMerge } from './work-order-merge';
import { WorkOrderReadingModule } from './work-order-reading.module';

@Module({
  imports: [ProjectModule, StaffModule, CustomerModule, HomeModule, UploadModule, WorkOrderReadingModule],
  controllers: [WorkOrderController, StaffWorkOrderController, RevisitController, DispatchRulesController, SlaReplayController],
  providers: [
    DispatchRules,
    DispatchLoads,
    OrderBook,
    OrderMessages,
    OrderTaking,
    OrderPlacements,
    WorkOrderDispatchService,
    DispatchOrderJob,
    DispatchSimulationService,
    WorkOrderIntakeService,
    WorkOrderServingService,
    HandOverService,
    OwnerVerbsService,
    RevisitService,
    WorkOrderClockService,
    OrderClockJob,
    SlaReplayService,
    WorkOrderSweepService,
    WorkOrderMerge,
  ],
  exports: [WorkOrderSweepService, DispatchRules, OrderBook],
})
export class WorkOrderModule {}
