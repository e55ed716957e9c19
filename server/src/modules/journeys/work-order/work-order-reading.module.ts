import { Module } from '@nestjs/common';
import { StaffModule } from '../../registers/staff';
import { CategoryController } from './category.controller';
import { CategoryQueries } from './category.queries';
import { ContractorQueries } from './contractor.queries';
import { WorkOrderAccess } from './work-order-access';

/** What everybody asks of work orders, the verbs included. */
@Module({
  imports: [StaffModule],
  controllers: [CategoryController],
  providers: [CategoryQueries, ContractorQueries, WorkOrderAccess],
  exports: [CategoryQueries, ContractorQueries, WorkOrderAccess],
})
export class WorkOrderReadingModule {}
