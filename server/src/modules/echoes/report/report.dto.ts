import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { IsInstant } from '../../../platform/http/instant';

const TIME_SENTENCE = '请填写正确的起止时间';

export class ReportQueryDto {
  @IsString({ message: '请选择楼盘' })
  @Length(1, 36, { message: '请选择楼盘' })
  projectId: string;

  @IsInstant(TIME_SENTENCE)
  from: string;

  @IsInstant(TIME_SENTENCE)
  to: string;
}

const DAY = /^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DAY_SENTENCE = '日期请写成 2026-11-29 的样子';

export class ViewingReportQueryDto {
  @IsString({ message: '请选择楼盘' })
  @Length(1, 36, { message: '请选择楼盘' })
  projectId: string;

  @Matches(DAY, { message: DAY_SENTENCE })
  from: string;

  @Matches(DAY, { message: DAY_SENTENCE })
  to: string;
}

export class ReferralShareQueryDto {
  /** All of the colleague's projects when it is left out. */
  @IsOptional()
  @IsString({ message: '请选择楼盘' })
  @Length(1, 36, { message: '请选择楼盘' })
  projectId?: string;

  @Matches(DAY, { message: DAY_SENTENCE })
  from: string;

  @Matches(DAY, { message: DAY_SENTENCE })
  to: string;
}
