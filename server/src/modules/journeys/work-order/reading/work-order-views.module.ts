import { Module } from '@nestjs/common';
import { CustomerModule } from '../../../registers/customer';
import { HomeModule } from '../../../registers/home';
import { ProjectModule } from '../../../registers/project';
import { StaffModule } from '../../../registers/staff';
import { UploadModule } from '../../../registers/upload';
import { WorkOrderBoardQueries } from '../board/work-order-board.queries';
import { WorkOrderModule } from '../work-order.module';
import { WorkOrderReadingModule } from '../work-order-reading.module';
import { MyWorkOrderQueries } from './my-work-orders.queries';
import { OrderDescription } from './order-description';
import { OrderFactsQueries } from './order-facts.queries';
import { OrderHistories } from './order-histories';
import { OwnerReadingController } from './owner-reading.controller';
import { RevisitQueries } from './revisit.queries';
import { StaffReadingController } from './staff-reading.controller';
import { StaffWorkOrderQueries } from './staff-work-orders.queries';
import { WarrantyQueries } from './warranty.queries';
import { WorkOrderDetailQueries } from './work-order-detail.queries';

/** Work orders as owners and colleagues read them. */
@Module({
  imports: [ProjectModule, StaffModule, CustomerModule, HomeModule, UploadModule, WorkOrderReadingModule, WorkOrderModule],
  controllers: [OwnerReadingController, StaffReadingController],
  providers: [
    OrderHistories,
    OrderDescription,
    MyWorkOrderQueries,
    WarrantyQueries,
    StaffWorkOrderQueries,
    WorkOrderDetailQueries,
    RevisitQueries,
    WorkOrderBoardQueries,
    OrderFactsQueries,
  ],
  exports: [OrderFactsQueries],
})
export class WorkOrderViewsModule {}
