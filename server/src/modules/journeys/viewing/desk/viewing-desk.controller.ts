import type {
  HostCandidate,
  MovedVisit,
  Page,
  SiteDay,
  StaffViewing,
  StaffViewingDetail,
  ViewingSlotList,
  WalkInReceipt,
} from '@guihu/shared';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { CheckInService } from '../visit/check-in.service';
import { WalkInService } from '../visit/walk-in.service';
import { CompletionService } from './completion.service';
import { HostingService } from './hosting.service';
import { SiteDaysQueries } from './site-days.queries';
import { StaffViewingQueries } from './staff-viewing.queries';
import { TourService } from './tour.service';
import {
  HouseReasonDto,
  HouseReschedulingDto,
  PassCheckInDto,
  RehostingDto,
  SiteDayQueryDto,
  StaffViewingListDto,
  TourTickDto,
  ViewingFeedbackDto,
  VisitTimesDto,
  WalkInDto,
} from './viewing-desk.dto';

const PAGE = 50;

/** What colleagues do with visits. */
@Controller('api/staff')
export class ViewingDeskController {
  constructor(
    private readonly queries: StaffViewingQueries,
    private readonly siteDays: SiteDaysQueries,
    private readonly checkIns: CheckInService,
    private readonly walkIns: WalkInService,
    private readonly hosting: HostingService,
    private readonly completions: CompletionService,
    private readonly tours: TourService,
  ) {}

  @Get('viewings')
  @Permission('viewing.read')
  list(@CurrentStaff() actor: StaffActor, @Query() query: StaffViewingListDto): Promise<Page<StaffViewing>> {
    return this.queries.list(actor, { ...query, limit: query.limit ?? PAGE });
  }

  @Get('site-days')
  @Permission('viewing.read')
  onSite(@CurrentStaff() actor: StaffActor, @Query() query: SiteDayQueryDto): Promise<Page<SiteDay>> {
    return this.siteDays.list(actor, query);
  }

  @Get('viewings/:id')
  @Permission('viewing.read')
  detail(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffViewingDetail> {
    return this.queries.detail(actor, id);
  }

  @Get('viewings/:id/hosts')
  @Permission('viewing.assign')
  async hosts(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<Page<HostCandidate>> {
    return { items: await this.queries.candidates(actor, id), nextCursor: null };
  }

  @Post('viewings/:id/check-in')
  @HttpCode(200)
  @Permission('viewing.receive')
  checkIn(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<{ id: string; status: 'checked-in' }> {
    return this.checkIns.byHand(actor, id);
  }

  @Post('viewing-check-ins')
  @HttpCode(200)
  @Permission('viewing.receive')
  checkInByPass(@CurrentStaff() actor: StaffActor, @Body() { pass }: PassCheckInDto): Promise<{ id: string; status: 'checked-in' }> {
    return this.checkIns.byPass(actor, pass);
  }

  @Post('walk-ins')
  @Permission('viewing.receive')
  walkIn(@CurrentStaff() actor: StaffActor, @Body() form: WalkInDto): Promise<WalkInReceipt> {
    return this.walkIns.receive(actor, form);
  }

  @Post('viewings/:id/rehosting')
  @HttpCode(200)
  @Permission('viewing.assign')
  rehost(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: RehostingDto): Promise<{ id: string }> {
    return this.hosting.rehost(actor, id, body);
  }

  @Get('viewings/:id/times')
  @Permission('viewing.receive')
  times(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Query() span: VisitTimesDto): Promise<ViewingSlotList> {
    return this.hosting.times(actor, id, span);
  }

  @Post('viewings/:id/rescheduling')
  @HttpCode(200)
  @Permission('viewing.receive')
  reschedule(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: HouseReschedulingDto): Promise<MovedVisit> {
    return this.hosting.reschedule(actor, id, body);
  }

  @Post('viewings/:id/cancellation')
  @HttpCode(200)
  @Permission('viewing.receive')
  cancel(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body() { reason }: HouseReasonDto,
  ): Promise<{ id: string; status: 'cancelled' }> {
    return this.hosting.cancel(actor, id, reason);
  }

  @Post('viewings/:id/no-show')
  @HttpCode(200)
  @Permission('viewing.receive')
  miss(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<{ id: string; status: 'no-show' }> {
    return this.completions.miss(actor, id);
  }

  @Post('viewings/:id/tour')
  @HttpCode(200)
  @Permission('viewing.receive')
  tick(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() tick: TourTickDto): Promise<{ id: string }> {
    return this.tours.tick(actor, id, tick);
  }

  @Post('viewings/:id/completion')
  @HttpCode(200)
  @Permission('viewing.receive')
  complete(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body() feedback: ViewingFeedbackDto,
  ): Promise<{ id: string; status: 'completed' }> {
    return this.completions.complete(actor, id, feedback);
  }
}
