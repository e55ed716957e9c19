import type { ReferralStageStep } from '@guihu/shared';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { ReferralStageService, type StageResult } from './referral-stage.service';

const STAGES: readonly ReferralStageStep['stage'][] = ['subscribed', 'signed', 'settled', 'deal-cancelled'];
const MOST_FEN = 1_000_000_000_000;

export class ReferralStageDto implements ReferralStageStep {
  @IsIn(STAGES, { message: '请选择要登记的阶段' })
  stage: ReferralStageStep['stage'];

  /** Fen. */
  @IsOptional()
  @IsInt({ message: '成交金额请填写整数（单位：分）' })
  @Min(1, { message: '成交金额需大于 0' })
  @Max(MOST_FEN, { message: '成交金额太大，请检查' })
  dealAmount?: number;

  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))
  @IsString({ message: '原因请填写文字' })
  @MaxLength(200, { message: '原因请控制在 200 字以内' })
  reason?: string;
}

@Controller('api/staff/referrals')
export class ReferralStageController {
  constructor(private readonly stages: ReferralStageService) {}

  @Post(':id/stage')
  @Permission('referral.stage')
  step(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() step: ReferralStageDto): Promise<StageResult> {
    return this.stages.step(actor, id, step);
  }
}
