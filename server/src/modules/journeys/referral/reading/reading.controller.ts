import {
  type MyReferral,
  type MyReferralList,
  type Page,
  REFERRAL_STATUSES,
  type ReferralStatus,
  type StaffReferral,
  type StaffReferralDetail,
} from '@guihu/shared';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { type Actor, CurrentActor, CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { PageDto } from '../../../../platform/http/page.dto';
import { Permission } from '../../../../platform/http/permission.guard';
import { MyReferralsQueries } from './my-referrals.queries';
import { StaffReferralsQueries } from './staff-referrals.queries';

export class ReferralListDto extends PageDto {
  @IsOptional()
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId?: string;

  @IsOptional()
  @IsIn(REFERRAL_STATUSES, { message: '请从给出的推荐状态中选择' })
  status?: ReferralStatus;

  @IsOptional()
  @IsIn(['flagged', 'appealed'], { message: '请选择要看的列表' })
  view?: 'flagged' | 'appealed';
}

@Controller('api')
export class ReferralReadingController {
  constructor(
    private readonly mine: MyReferralsQueries,
    private readonly referrals: StaffReferralsQueries,
  ) {}

  @Get('me/referrals')
  @Permission('customer.act')
  ofMe(@CurrentActor() actor: Actor, @Query() query: PageDto): Promise<MyReferralList> {
    return this.mine.list(actor, query);
  }

  @Get('me/referrals/:id')
  @Permission('customer.act')
  oneOfMe(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<MyReferral> {
    return this.mine.one(actor, id);
  }

  @Get('staff/referrals')
  @Permission('referral.read')
  list(@CurrentStaff() actor: StaffActor, @Query() query: ReferralListDto): Promise<Page<StaffReferral>> {
    return this.referrals.list(actor, query);
  }

  @Get('staff/referrals/:id')
  @Permission('referral.read')
  one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffReferralDetail> {
    return this.referrals.one(actor, id);
  }
}
