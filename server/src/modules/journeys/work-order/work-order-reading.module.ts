import { Module } from '@nestjs/common';
import { HomeModule } from '../../registers/home';
import { StaffModule } from '../../registers/staff';
import { CategoryController } from './category.controller';
import { CategoryQueries } from './category.queries';
import { ContractorQueries } from './contractor.queries';
import { HomeSight } from './home-sight';
import { WorkOrderAccess } from './work-order-access';

/** What everybody asks of work orders, the verbs included. */
@Module({
  imports: [StaffModule, HomeModule],
  controllers: [CategoryController],
  providers: [CategoryQueries, ContractorQueries, HomeSight, WorkOrderAccess],
  exports: [CategoryQueries, ContractorQueries, HomeSight, WorkOrderAccess],
})
export class WorkOrderReadingModule {}
