import { Module } from '@nestjs/common';
import { LeadModule } from '../../journeys/lead';
import { ViewingModule } from '../../journeys/viewing';
import { WorkOrderReadingModule, WorkOrderViewsModule } from '../../journeys/work-order';
import { ProjectModule } from '../../registers/project';
import { StaffModule } from '../../registers/staff';
import { ReferralShareQueries } from './referral-share.queries';
import { ReportController } from './report.controller';
import { ReportQueries } from './report.queries';
import { ViewingReportQueries } from './viewing-report.queries';

@Module({
  imports: [LeadModule, ViewingModule, WorkOrderReadingModule, WorkOrderViewsModule, ProjectModule, StaffModule],
  controllers: [ReportController],
  providers: [ReportQueries, ViewingReportQueries, ReferralShareQueries],
})
export class ReportModule {}
