import type { Page, RedemptionChange, StaffRedemption } from '@guihu/shared';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { RedemptionListDto, ReturnDto } from './redemption.dto';
import { RedemptionDeskService } from './redemption-desk.service';

@Controller('api/staff/redemptions')
export class StaffRedemptionController {
  constructor(private readonly desk: RedemptionDeskService) {}

  @Get()
  @Permission('redemption.hand-over')
  list(@CurrentStaff() actor: StaffActor, @Query() query: RedemptionListDto): Promise<Page<StaffRedemption>> {
    return this.desk.list(actor, { ...query, limit: query.limit ?? 20 });
  }

  @Post(':id/hand-over')
  @Permission('redemption.hand-over')
  handOver(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<RedemptionChange> {
    return this.desk.handOver(actor, id);
  }

  @Post(':id/return')
  @Permission('redemption.hand-over')
  giveBack(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: ReturnDto): Promise<RedemptionChange> {
    return this.desk.giveBack(actor, id, body.reason ?? null);
  }
}
