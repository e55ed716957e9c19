import {
  type HouseRescheduling,
  LEAD_LEVELS,
  type LeadLevel,
  type PassCheckIn,
  type Rehosting,
  type StaffViewingsView,
  TOUR_STOPS,
  type TourStop,
  type TourTick,
  VIEWING_OBJECTIONS,
  type ViewingFeedback,
  type WalkIn,
} from '@guihu/shared';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsInstant } from '../../../../platform/http/instant';
import { PageDto } from '../../../../platform/http/page.dto';
import { PRINTABLE, trimmed } from '../../../../platform/http/typed-text';

const DATE = /^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DATE_SENTENCE = '日期请写成 2026-11-29 的样子';
const MOST_PARTY = 20;

/** One day of one project, or of all. */
export class SiteDayQueryDto {
  @IsOptional()
  @IsString({ message: '请选择楼盘' })
  @Length(1, 36, { message: '请选择楼盘' })
  projectId?: string;

  @IsOptional()
  @Matches(DATE, { message: DATE_SENTENCE })
  day?: string;
}

/** Beijing dates, `to` included. */
export class VisitTimesDto {
  @Matches(DATE, { message: DATE_SENTENCE })
  from: string;

  @Matches(DATE, { message: DATE_SENTENCE })
  to: string;
}

export class StaffViewingListDto extends PageDto {
  @IsOptional()
  @IsString({ message: '请选择楼盘' })
  @Length(1, 36, { message: '请选择楼盘' })
  projectId?: string;

  @IsOptional()
  @Matches(DATE, { message: DATE_SENTENCE })
  day?: string;

  @IsOptional()
  @IsIn(['mine', 'team', 'owed'], { message: '请选择要看的范围' })
  view?: StaffViewingsView;

  @IsOptional()
  @IsString({ message: '线索不正确' })
  @Length(1, 36, { message: '线索不正确' })
  leadId?: string;
}

export class PassCheckInDto implements PassCheckIn {
  @IsString({ message: '请扫访客的签到码' })
  @IsNotEmpty({ message: '请扫访客的签到码' })
  @MaxLength(64, { message: '签到码不正确' })
  pass: string;
}

/** Why the house changes a visit; colleagues read it, the visitor does not. */
export class HouseReasonDto {
  @trimmed()
  @IsString({ message: '请填写原因' })
  @IsNotEmpty({ message: '请填写原因' })
  @MaxLength(200, { message: '原因请控制在 200 字以内' })
  reason: string;
}

export class HouseReschedulingDto extends HouseReasonDto implements HouseRescheduling {
  @IsString({ message: '请选择时间' })
  @IsNotEmpty({ message: '请选择时间' })
  @MaxLength(64, { message: '时段不正确' })
  slotId: string;
}

export class RehostingDto extends HouseReasonDto implements Rehosting {
  @IsString({ message: '请选择接待的同事' })
  @Length(1, 36, { message: '请选择接待的同事' })
  toStaffId: string;
}

export class WalkInDto implements WalkIn {
  @IsString({ message: '请选择楼盘' })
  @Length(1, 36, { message: '请选择楼盘' })
  projectId: string;

  @trimmed()
  @IsString({ message: '请填写姓名' })
  @IsNotEmpty({ message: '请填写姓名' })
  @MaxLength(40, { message: '姓名请控制在 40 个字以内' })
  @Matches(PRINTABLE, { message: '姓名含有无法识别的字符，请重新填写' })
  @Matches(/\p{L}/u, { message: '姓名不能只有表情或符号，请填写文字' })
  name: string;

  @IsString({ message: '请填写手机号' })
  @IsNotEmpty({ message: '请填写手机号' })
  @MaxLength(40, { message: '手机号格式不正确，请检查' })
  phone: string;

  @IsOptional()
  @IsInt({ message: '到访人数请填写整数' })
  @Min(1, { message: '到访人数至少 1 人' })
  @Max(MOST_PARTY, { message: '到访人数太多，请检查' })
  partySize?: number;

  @IsOptional()
  @IsString({ message: '来源渠道不正确' })
  @MaxLength(60, { message: '来源渠道不正确' })
  channelCode?: string;
}

export class TourTickDto implements TourTick {
  @IsIn(Object.keys(TOUR_STOPS), { message: '请从给出的内容中勾选' })
  stop: TourStop;

  @IsBoolean({ message: '请选择看过没有' })
  shown: boolean;
}

export class ViewingFeedbackDto implements ViewingFeedback {
  @IsArray({ message: '请选择客户顾虑' })
  @ArrayMaxSize(10, { message: '客户顾虑太多' })
  @ArrayUnique({ message: '客户顾虑不能重复' })
  @IsIn(Object.keys(VIEWING_OBJECTIONS), { each: true, message: '请从给出的顾虑中选择' })
  objections: string[];

  @IsArray({ message: '请勾选看过的内容' })
  @ArrayMaxSize(Object.keys(TOUR_STOPS).length, { message: '看过的内容太多' })
  @ArrayUnique({ message: '看过的内容不能重复' })
  @IsIn(Object.keys(TOUR_STOPS), { each: true, message: '请从给出的内容中勾选' })
  tour: string[];

  @IsOptional()
  @IsIn(Object.keys(LEAD_LEVELS), { message: '请从给出的客户等级中选择' })
  level?: LeadLevel;

  @trimmed()
  @IsString({ message: '请写一句接待情况' })
  @IsNotEmpty({ message: '请写一句接待情况' })
  @MaxLength(500, { message: '接待情况请控制在 500 字以内' })
  words: string;

  @IsOptional()
  @trimmed()
  @IsString({ message: '下次计划请填写文字' })
  @MaxLength(300, { message: '下次计划请控制在 300 字以内' })
  nextPlan?: string;

  @IsOptional()
  @IsInstant('请选择下次跟进时间')
  nextAt?: string;
}
