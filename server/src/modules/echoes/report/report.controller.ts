import type { ReferralShare, ViewingReport, WorkOrderReportView } from '@guihu/shared';
import { Controller, Get, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../platform/http/actor';
import { Permission } from '../../../platform/http/permission.guard';
import { ReferralShareQueries } from './referral-share.queries';
import { ReferralShareQueryDto, ReportQueryDto, ViewingReportQueryDto } from './report.dto';
import { ReportQueries } from './report.queries';
import { ViewingReportQueries } from './viewing-report.queries';

@Controller('api/staff')
export class ReportController {
  constructor(
    private readonly reports: ReportQueries,
    private readonly viewings: ViewingReportQueries,
    private readonly shares: ReferralShareQueries,
  ) {}

  @Get('work-order-report')
  @Permission('service-report.read')
  service(@CurrentStaff() actor: StaffActor, @Query() query: ReportQueryDto): Promise<WorkOrderReportView> {
    return this.reports.report(actor, query.projectId, Date.parse(query.from), Date.parse(query.to));
  }

  @Get('viewing-report')
  @Permission('viewing-report.read')
  viewing(@CurrentStaff() actor: StaffActor, @Query() query: ViewingReportQueryDto): Promise<ViewingReport> {
    return this.viewings.report(actor, query.projectId, query.from, query.to);
  }

  @Get('referral-share')
  @Permission('referral-report.read')
  referralShare(@CurrentStaff() actor: StaffActor, @Query() query: ReferralShareQueryDto): Promise<ReferralShare> {
    return this.shares.report(actor, query.from, query.to, query.projectId);
  }
}
