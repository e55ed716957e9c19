import type { LeaveRequest } from '@guihu/shared';
import { Transform } from 'class-transformer';
import { IsBoolean, IsISO8601, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** A time without its zone would be read differently on every machine. */
const ZONED = /(Z|[+-]\d{2}:\d{2})$/;
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
  @IsISO8601({ strict: true }, { message: TIME_SENTENCE })
  @Matches(ZONED, { message: TIME_SENTENCE })
  @MaxLength(40)
  fromAt: string;

  @IsISO8601({ strict: true }, { message: TIME_SENTENCE })
  @Matches(ZONED, { message: TIME_SENTENCE })
  @MaxLength(40)
  toAt: string;

  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))
  @IsString({ message: '请填写请假原因' })
  @IsNotEmpty({ message: '请填写请假原因' })
  @MaxLength(40, { message: '请假原因请控制在 40 个字以内' })
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u, { message: '请假原因含有无法识别的字符' })
  reason: string;
}
