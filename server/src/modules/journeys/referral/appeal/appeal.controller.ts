import type { AppealJudgement, AppealRequest, AppealStatus, MyReferral, Page, StaffAppeal } from '@guihu/shared';
import { APPEAL_STATUSES, MOST_PHOTOS } from '@guihu/shared';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { type Actor, CurrentActor, CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { PageDto } from '../../../../platform/http/page.dto';
import { Permission } from '../../../../platform/http/permission.guard';
import { trimmed } from '../../../../platform/http/typed-text';
import { MyReferralsQueries } from '../reading/my-referrals.queries';
import { AppealQueries } from './appeal.queries';
import { AppealService } from './appeal.service';

const MOST_CLAIMS = 1_000;

export class AppealRequestDto implements AppealRequest {
  @trimmed()
  @IsString({ message: '请填写申诉理由' })
  @IsNotEmpty({ message: '请填写申诉理由' })
  @MaxLength(500, { message: '申诉理由请控制在 500 字以内' })
  reason: string;

  @IsArray({ message: '附件格式不正确' })
  @ArrayMaxSize(MOST_PHOTOS, { message: `附件最多 ${MOST_PHOTOS} 张` })
  @IsUUID(undefined, { each: true, message: '附件不正确，请重新上传' })
  uploadIds: string[];
}

export class AppealJudgementDto implements AppealJudgement {
  @IsIn(['upheld', 'overturned'], { message: '请选择维持或改判' })
  outcome: AppealJudgement['outcome'];

  @trimmed()
  @IsString({ message: '请填写复核说明' })
  @IsNotEmpty({ message: '请填写复核说明' })
  @MaxLength(500, { message: '复核说明请控制在 500 字以内' })
  answer: string;

  @IsOptional()
  @IsInt({ message: '请选择判决中的一项归属主张' })
  @Min(0, { message: '请选择判决中的一项归属主张' })
  @Max(MOST_CLAIMS, { message: '请选择判决中的一项归属主张' })
  winner?: number;

  @IsOptional()
  @IsISO8601({ strict: true }, { message: '判客时间格式不正确' })
  judgedAt?: string;
}

export class AppealListDto extends PageDto {
  @IsOptional()
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId?: string;

  @IsOptional()
  @IsIn(APPEAL_STATUSES, { message: '请选择申诉状态' })
  status?: AppealStatus;
}

@Controller('api')
export class AppealController {
  constructor(
    private readonly appeals: AppealService,
    private readonly queries: AppealQueries,
    private readonly mine: MyReferralsQueries,
  ) {}

  @Post('me/referrals/:id/appeal')
  @Permission('customer.act')
  async ofReferrer(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() request: AppealRequestDto): Promise<MyReferral> {
    await this.appeals.ofReferrer(actor, id, request);
    return this.mine.one(actor, id);
  }

  @Post('staff/leads/:id/appeal')
  @Permission('referral.read')
  ofColleague(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() request: AppealRequestDto) {
    return this.appeals.ofColleague(actor, id, request);
  }

  @Get('staff/appeals')
  @Permission('referral.judge')
  list(@CurrentStaff() actor: StaffActor, @Query() query: AppealListDto): Promise<Page<StaffAppeal>> {
    return this.queries.list(actor, query);
  }

  @Post('staff/appeals/:id/judgement')
  @HttpCode(200)
  @Permission('referral.judge')
  judge(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() judgement: AppealJudgementDto) {
    return this.appeals.judge(actor, id, judgement);
  }
}
