import {
  VIEWING_KINDS,
  type ViewingBooking,
  type ViewingCancellation,
  type ViewingKind,
  type ViewingRescheduling,
  type WaitRequest,
} from '@guihu/shared';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const trimmed = () => Transform(({ value }) => (typeof value === 'string' ? value.trim().normalize('NFC') : value));
/** No control characters, no line of nothing but spaces; rare characters and other scripts are names too. */
const PRINTABLE = /^[^\p{Cc}\p{Cs}\p{Co}\p{Cn}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class VisitConsentDto {
  @IsString({ message: '缺少隐私政策版本' })
  @MaxLength(20, { message: '隐私政策版本不正确' })
  policyVersion: string;

  @IsArray({ message: '请勾选同意的用途' })
  @ArrayMaxSize(20, { message: '同意的用途太多' })
  @IsString({ each: true, message: '同意的用途不正确' })
  @MaxLength(40, { each: true, message: '同意的用途不正确' })
  purposes: string[];
}

/** Beijing dates, `to` included. */
export class SlotSpanDto {
  @Matches(DAY, { message: '请选择开始日期' })
  @MaxLength(10, { message: '开始日期不正确' })
  from: string;

  @Matches(DAY, { message: '请选择结束日期' })
  @MaxLength(10, { message: '结束日期不正确' })
  to: string;

  @IsOptional()
  @IsIn(VIEWING_KINDS, { message: '预约类型不正确' })
  kind?: ViewingKind;
}

export class SlotChoiceDto implements ViewingRescheduling {
  @IsString({ message: '请选择时间' })
  @MaxLength(64, { message: '时段不正确' })
  slotId: string;
}

export class WaitRequestDto extends SlotChoiceDto implements WaitRequest {
  @trimmed()
  @IsString({ message: '请填写姓名' })
  @IsNotEmpty({ message: '请填写姓名' })
  @MaxLength(40, { message: '姓名请控制在 40 个字以内' })
  @Matches(PRINTABLE, { message: '姓名含有无法识别的字符，请重新填写' })
  @Matches(/\p{L}/u, { message: '姓名不能只有表情或符号，请填写文字' })
  name: string;

  @IsOptional()
  @IsString({ message: '手机号请填写文字' })
  @MaxLength(30, { message: '手机号太长，请检查' })
  phone?: string;

  @IsOptional()
  @trimmed()
  @IsString({ message: '备注请填写文字' })
  @MaxLength(200, { message: '备注请控制在 200 字以内' })
  note?: string;

  @IsOptional()
  @IsString({ message: '来源码不正确' })
  @MaxLength(40, { message: '来源码不正确' })
  liveCode?: string;

  @IsDefined({ message: '请先阅读并同意隐私政策' })
  @ValidateNested({ message: '同意记录格式不正确' })
  @Type(() => VisitConsentDto)
  consent: VisitConsentDto;
}

export class ViewingBookingDto extends WaitRequestDto implements ViewingBooking {
  @IsOptional()
  @IsInt({ message: '到访人数请填写整数' })
  @Min(1, { message: '到访人数至少 1 人' })
  @Max(20, { message: '超过 20 人请致电售楼处' })
  partySize?: number;

  @IsOptional()
  @IsArray({ message: '意向房源格式不正确' })
  @ArrayMaxSize(10, { message: '意向房源最多 10 套' })
  @IsUUID(undefined, { each: true, message: '意向房源不正确' })
  unitIds?: string[];
}

export class ViewingCancellationDto implements ViewingCancellation {
  @IsOptional()
  @trimmed()
  @IsString({ message: '取消原因请填写文字' })
  @MaxLength(200, { message: '取消原因请控制在 200 字以内' })
  reason?: string;
}
