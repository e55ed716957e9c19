import {
  CLOSURE_OUTCOMES,
  type ClosureOutcome,
  type ClosureRequest,
  type DeclineRequest,
  FOLLOW_UP_METHODS,
  type FollowUpMethod,
  type FollowUpRecord,
  LEAD_LEVELS,
  type LeadLevel,
  type PhoneRevealRequest,
  type TransferRequest,
} from '@guihu/shared';
import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsInstant } from '../../../../platform/http/instant';
import { trimmed } from '../../../../platform/http/typed-text';

export class FollowUpDto implements FollowUpRecord {
  @IsInstant('请填写跟进时间')
  occurredAt: string;

  @IsIn(Object.keys(FOLLOW_UP_METHODS), { message: '请选择跟进方式' })
  method: FollowUpMethod;

  @trimmed()
  @IsString({ message: '请填写主要内容' })
  @IsNotEmpty({ message: '请填写主要内容' })
  @MaxLength(1000, { message: '主要内容请控制在 1000 字以内' })
  content: string;

  @trimmed()
  @IsString({ message: '请填写客户反馈' })
  @IsNotEmpty({ message: '请填写客户反馈' })
  @MaxLength(500, { message: '客户反馈请控制在 500 字以内' })
  feedback: string;

  @trimmed()
  @IsString({ message: '请填写下次计划' })
  @IsNotEmpty({ message: '请填写下次计划' })
  @MaxLength(300, { message: '下次计划请控制在 300 字以内' })
  nextPlan: string;

  @IsInstant('请选择下次跟进时间')
  nextAt: string;

  @IsOptional()
  @IsBoolean({ message: '请选择是否联系上客户' })
  connected?: boolean;

  @IsOptional()
  @IsIn(Object.keys(LEAD_LEVELS), { message: '请从给出的客户等级中选择' })
  level?: LeadLevel;
}

export class DeclineDto implements DeclineRequest {
  @trimmed()
  @IsString({ message: '请填写不能接单的原因' })
  @IsNotEmpty({ message: '请填写不能接单的原因' })
  @MaxLength(200, { message: '原因请控制在 200 字以内' })
  reason: string;
}

export class TransferDto implements TransferRequest {
  @IsString({ message: '请选择接手的同事' })
  @IsNotEmpty({ message: '请选择接手的同事' })
  @MaxLength(36, { message: '请选择接手的同事' })
  toStaffId: string;

  @trimmed()
  @IsString({ message: '请填写转交原因' })
  @IsNotEmpty({ message: '请填写转交原因' })
  @MaxLength(200, { message: '原因请控制在 200 字以内' })
  reason: string;
}

export class ClosureDto implements ClosureRequest {
  @IsIn(Object.keys(CLOSURE_OUTCOMES), { message: '请选择关闭结果' })
  outcome: ClosureOutcome;

  @trimmed()
  @IsString({ message: '请填写关闭原因' })
  @IsNotEmpty({ message: '请填写关闭原因' })
  @MaxLength(200, { message: '原因请控制在 200 字以内' })
  reason: string;
}

export class PhoneRevealDto implements PhoneRevealRequest {
  @IsOptional()
  @IsString({ message: '号码编号不正确' })
  @MaxLength(36, { message: '号码编号不正确' })
  numberId?: string;
}
