import { Module } from '@nestjs/common';
import { WorkOrderReadingModule, WorkOrderViewsModule } from '../../journeys/work-order';
import { ProjectModule } from '../../registers/project';
import { StaffModule } from '../../registers/staff';
import { ReportController } from './report.controller';
import { ReportQueries } from './report.queries';

@Module({
  imports: [WorkOrderReadingModule, WorkOrderViewsModule, ProjectModule, StaffModule],
  controllers: [ReportController],
  providers: [ReportQueries],
})
export class ReportModule {}
