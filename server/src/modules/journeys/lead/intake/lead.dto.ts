import type { ConsentGiven, Gender, LeadIntent, LeadSubmission, StaffLeadEntry } from '@guihu/shared';
import { GENDERS } from '@guihu/shared';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PRINTABLE, trimmed } from '../../../../platform/http/typed-text';

/** No control characters, no line of nothing but spaces; rare characters and other scripts are names too. */
const MOST_AREA = 100_000;
const MOST_FEN = 1_000_000_000_000;

export class IntentDto implements LeadIntent {
  @IsOptional()
  @trimmed()
  @IsString({ message: '意向产品请填写文字' })
  @MaxLength(20, { message: '意向产品请控制在 20 个字以内' })
  @Matches(PRINTABLE, { message: '意向产品含有无法识别的字符' })
  productType?: string;

  /** Square metres. */
  @IsOptional()
  @IsInt({ message: '面积请填写整数' })
  @Min(0, { message: '面积不能小于 0' })
  @Max(MOST_AREA, { message: '面积太大，请检查' })
  areaMin?: number;

  @IsOptional()
  @IsInt({ message: '面积请填写整数' })
  @Min(0, { message: '面积不能小于 0' })
  @Max(MOST_AREA, { message: '面积太大，请检查' })
  areaMax?: number;

  /** Fen. */
  @IsOptional()
  @IsInt({ message: '预算请填写整数（单位：分）' })
  @Min(0, { message: '预算不能小于 0' })
  @Max(MOST_FEN, { message: '预算太大，请检查' })
  budgetMin?: number;

  @IsOptional()
  @IsInt({ message: '预算请填写整数（单位：分）' })
  @Min(0, { message: '预算不能小于 0' })
  @Max(MOST_FEN, { message: '预算太大，请检查' })
  budgetMax?: number;

  @IsOptional()
  @trimmed()
  @IsString({ message: '购房目的请填写文字' })
  @MaxLength(20, { message: '购房目的请控制在 20 个字以内' })
  @Matches(PRINTABLE, { message: '购房目的含有无法识别的字符' })
  purpose?: string;

  @IsOptional()
  @trimmed()
  @IsString({ message: '备注请填写文字' })
  @MaxLength(500, { message: '备注请控制在 500 字以内' })
  note?: string;
}

export class ConsentDto implements ConsentGiven {
  @IsString({ message: '缺少隐私政策版本' })
  @MaxLength(20, { message: '隐私政策版本不正确' })
  policyVersion: string;

  @IsArray({ message: '请勾选同意的用途' })
  @ArrayMaxSize(20, { message: '勾选的用途太多' })
  @IsString({ each: true, message: '同意的用途不正确' })
  @MaxLength(40, { each: true, message: '同意的用途不正确' })
  purposes: string[];
}

export class PersonDto {
  @trimmed()
  @IsString({ message: '请填写姓名' })
  @IsNotEmpty({ message: '请填写姓名' })
  @MaxLength(40, { message: '姓名请控制在 40 个字以内' })
  @Matches(PRINTABLE, { message: '姓名含有无法识别的字符，请重新填写' })
  @Matches(/\p{L}/u, { message: '姓名不能只有表情或符号，请填写文字' })
  name: string;

  @IsOptional()
  @Transform(({ value }) => ({ 男: 'male', 女: 'female', 先生: 'male', 女士: 'female' })[value as string] ?? value)
  @IsIn(Object.keys(GENDERS), { message: '性别请选择先生、女士或不填' })
  gender?: Gender;

  @IsOptional()
  @IsObject({ message: '意向信息格式不正确' })
  @ValidateNested({ message: '意向信息格式不正确' })
  @Type(() => IntentDto)
  intent?: IntentDto;
}

export class LeadSubmissionDto extends PersonDto implements LeadSubmission {
  @IsString({ message: '请选择楼盘' })
  @MaxLength(36, { message: '请选择楼盘' })
  projectId: string;

  @IsOptional()
  @IsString({ message: '请填写手机号' })
  @MaxLength(40, { message: '手机号格式不正确，请检查' })
  phone?: string;

  @IsOptional()
  @IsString({ message: '来源渠道不正确' })
  @MaxLength(60, { message: '来源渠道不正确' })
  @Matches(PRINTABLE, { message: '来源渠道不正确' })
  channelCode?: string;

  @IsOptional()
  @IsString({ message: '活码不正确' })
  @MaxLength(64, { message: '活码不正确' })
  @Matches(PRINTABLE, { message: '活码不正确' })
  liveCode?: string;

  @IsOptional()
  @IsString({ message: '推荐码不正确' })
  @MaxLength(64, { message: '推荐码不正确' })
  @Matches(PRINTABLE, { message: '推荐码不正确' })
  referralCode?: string;

  @IsDefined({ message: '请阅读并同意隐私政策' })
  @IsObject({ message: '请阅读并同意隐私政策' })
  @ValidateNested({ message: '请阅读并同意隐私政策' })
  @Type(() => ConsentDto)
  consent: ConsentDto;
}

export class StaffLeadEntryDto extends PersonDto implements StaffLeadEntry {
  @IsString({ message: '请选择楼盘' })
  @MaxLength(36, { message: '请选择楼盘' })
  projectId: string;

  @IsString({ message: '请填写手机号' })
  @IsNotEmpty({ message: '请填写手机号' })
  @MaxLength(40, { message: '手机号格式不正确，请检查' })
  phone: string;

  /** Mandatory: every file states its source (A7). */
  @IsString({ message: '请选择来源渠道' })
  @IsNotEmpty({ message: '请选择来源渠道' })
  @MaxLength(60, { message: '来源渠道不正确' })
  channelCode: string;

  @IsOptional()
  @trimmed()
  @IsString({ message: '备注请填写文字' })
  @MaxLength(200, { message: '备注请控制在 200 字以内' })
  note?: string;

  @IsOptional()
  @IsObject({ message: '同意信息格式不正确' })
  @ValidateNested({ message: '同意信息格式不正确' })
  @Type(() => ConsentDto)
  consent?: ConsentDto;
}

export class DuplicateProbeDto {
  @IsString({ message: '请选择楼盘' })
  @MaxLength(36, { message: '请选择楼盘' })
  projectId: string;

  @IsString({ message: '请填写手机号' })
  @MaxLength(40, { message: '手机号格式不正确，请检查' })
  phone: string;
}
