import type { WorkOrderReportView } from '@guihu/shared';
import { Controller, Get, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../platform/http/actor';
import { Permission } from '../../../platform/http/permission.guard';
import { ReportQueryDto } from './report.dto';
import { ReportQueries } from './report.queries';

@Controller('api/staff')
export class ReportController {
  constructor(private readonly reports: ReportQueries) {}

  @Get('work-order-report')
  @Permission('service-report.read')
  service(@CurrentStaff() actor: StaffActor, @Query() query: ReportQueryDto): Promise<WorkOrderReportView> {
    return this.reports.report(actor, query.projectId, Date.parse(query.from), Date.parse(query.to));
  }
}
