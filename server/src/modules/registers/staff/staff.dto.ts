import type { LeaveRequest } from '@guihu/shared';
import { Transform } from 'class-transformer';
import { IsBoolean, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsInstant } from '../../../platform/http/instant';

const TIME_SENTENCE = '请填写正确的日期和时间';

export class DutyDto {
  @IsBoolean({ message: '请选择是否接单' })
  onDuty: boolean;
}

export class ColleagueFilterDto {
  @IsOptional()
  @IsString()
  @MaxLength(36)
  projectId?: string;
}

export class LeaveDto implements LeaveRequest {
  @IsInstant(TIME_SENTENCE)
  fromAt: string;

  @IsInstant(TIME_SENTENCE)
  toAt: string;

  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))
  @IsString({ message: '请填写请假原因' })
  @IsNotEmpty({ message: '请填写请假原因' })
  @MaxLength(40, { message: '请假原因请控制在 40 个字以内' })
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u, { message: '请假原因含有无法识别的字符' })
  reason: string;
}
