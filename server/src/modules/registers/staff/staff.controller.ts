import type { ColleagueView, DutyState, LeaveView, Page } from '@guihu/shared';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../platform/http/actor';
import { Permission } from '../../../platform/http/permission.guard';
import { ColleagueQueries } from './colleague.queries';
import { DutyService } from './duty.service';
import { LeaveService } from './leave.service';
import { ColleagueFilterDto, DutyDto, LeaveDto } from './staff.dto';

@Controller('api/staff')
export class StaffController {
  constructor(
    private readonly duty: DutyService,
    private readonly leaves: LeaveService,
    private readonly colleagues: ColleagueQueries,
  ) {}

  @Get('duty')
  @Permission('staff.duty')
  dutyState(@CurrentStaff() actor: StaffActor): Promise<DutyState> {
    return this.duty.state(actor.staffId);
  }

  @Put('duty')
  @Permission('staff.duty')
  setDuty(@CurrentStaff() actor: StaffActor, @Body() body: DutyDto): Promise<DutyState> {
    return this.duty.set(actor.staffId, body.onDuty);
  }

  @Get('colleagues')
  @Permission('staff.read')
  async list(@CurrentStaff() actor: StaffActor, @Query() filter: ColleagueFilterDto): Promise<Page<ColleagueView>> {
    return { items: await this.colleagues.list(actor, filter.projectId), nextCursor: null };
  }

  @Post('leaves')
  @Permission('staff.duty')
  takeLeave(@CurrentStaff() actor: StaffActor, @Body() body: LeaveDto): Promise<LeaveView> {
    return this.leaves.take(actor.staffId, body);
  }
}
