import {
  PLAN_AUDIENCES,
  type PlanAudience,
  TOUR_STOPS,
  type TourStop,
  VIEWING_KINDS,
  type ViewingKind,
  type ViewingPlanDraft,
} from '@guihu/shared';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const A_NUMBER = { message: '请填写整数' };

export class ProjectPlansDto {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;
}

export class OpenWindowDto {
  @IsString({ message: '请选择开始时间' })
  @MaxLength(5, { message: '时间不正确' })
  from: string;

  @IsString({ message: '请选择结束时间' })
  @MaxLength(5, { message: '时间不正确' })
  to: string;
}

export class OpenDayDto {
  @IsString({ message: '请选择日期' })
  @MaxLength(10, { message: '日期不正确' })
  date: string;

  @IsArray({ message: '请设置开放时段' })
  @ArrayMaxSize(8, { message: '一天最多 8 个时段' })
  @ValidateNested({ each: true, message: '开放设置格式不正确' })
  @Type(() => OpenWindowDto)
  windows: OpenWindowDto[];

  @IsString({ message: '备注请填写文字' })
  @MaxLength(60, { message: '备注请控制在 60 字以内' })
  note: string;
}

export class ClosureDto {
  @IsString({ message: '请选择开始日期' })
  @MaxLength(10, { message: '日期不正确' })
  from: string;

  @IsString({ message: '请选择结束日期' })
  @MaxLength(10, { message: '日期不正确' })
  to: string;

  @IsString({ message: '原因请填写文字' })
  @MaxLength(60, { message: '原因请控制在 60 字以内' })
  note: string;
}

/** Limits of numbers and windows are a rule of the plan itself (`faultsOfPlan`). */
export class ViewingPlanDto implements ViewingPlanDraft {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;

  @IsIn(VIEWING_KINDS, { message: '预约类型不正确' })
  kind: ViewingKind;

  /** The version the editor saw; 0 for the first. */
  @IsInt({ message: '缺少版本' })
  @Min(0, { message: '版本不正确' })
  basedOnVersion: number;

  @IsString({ message: '请填写名称' })
  @MaxLength(30, { message: '名称请控制在 30 字以内' })
  title: string;

  @IsOptional()
  @IsIn(Object.keys(PLAN_AUDIENCES), { message: '请选择对谁开放' })
  audience?: PlanAudience;

  @IsBoolean({ message: '请选择是否开放' })
  active: boolean;

  @IsInt(A_NUMBER) lengthMinutes: number;
  @IsInt(A_NUMBER) bufferBeforeMinutes: number;
  @IsInt(A_NUMBER) bufferAfterMinutes: number;
  @IsInt(A_NUMBER) minimumNoticeMinutes: number;
  @IsInt(A_NUMBER) horizonDays: number;
  @IsInt(A_NUMBER) seats: number;
  @IsInt(A_NUMBER) reservedSeats: number;
  @IsInt(A_NUMBER) reservedUntilHours: number;
  @IsInt(A_NUMBER) mostOpenPerPerson: number;
  @IsInt(A_NUMBER) mostPerPersonAndDay: number;
  @IsInt(A_NUMBER) mostReschedules: number;
  @IsInt(A_NUMBER) changeUntilMinutes: number;
  @IsInt(A_NUMBER) offerMinutes: number;
  @IsInt(A_NUMBER) graceMinutes: number;

  @IsBoolean({ message: '请选择接待方式' })
  personalHost: boolean;

  @IsOptional()
  @IsUUID(undefined, { message: '请选择接待同事' })
  eventHostId: string | null;

  @IsArray({ message: '请选择带看要走的内容' })
  @ArrayUnique({ message: '带看内容不能重复' })
  @IsIn(Object.keys(TOUR_STOPS), { each: true, message: '请从给出的内容中选择' })
  tourStops: TourStop[];

  @IsObject({ message: '请设置每周开放时段' })
  week: ViewingPlanDraft['week'];

  @IsArray({ message: '开放日格式不正确' })
  @ArrayMaxSize(60, { message: '开放日最多 60 天' })
  @ValidateNested({ each: true, message: '开放设置格式不正确' })
  @Type(() => OpenDayDto)
  openDays: OpenDayDto[];

  @IsArray({ message: '暂停接待格式不正确' })
  @ArrayMaxSize(60, { message: '暂停接待最多 60 段' })
  @ValidateNested({ each: true, message: '开放设置格式不正确' })
  @Type(() => ClosureDto)
  closures: ClosureDto[];
}
