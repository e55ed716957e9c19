import type { ConsentGiven, ReferralAnswer, ReferralRegistration } from '@guihu/shared';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PRINTABLE, trimmed } from '../../../../platform/http/typed-text';

/** No control characters and none that turn the line round; rare characters and other scripts are names too. */

export class ReferralLinkDto {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;
}

export class ReferralRegistrationDto implements ReferralRegistration {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;

  @trimmed()
  @IsString({ message: '请填写好友姓名' })
  @IsNotEmpty({ message: '请填写好友姓名' })
  @MaxLength(40, { message: '姓名请控制在 40 个字以内' })
  @Matches(PRINTABLE, { message: '姓名含有无法识别的字符，请重新填写' })
  @Matches(/\p{L}/u, { message: '姓名不能只有表情或符号，请填写文字' })
  name: string;

  @IsString({ message: '请填写好友手机号' })
  @IsNotEmpty({ message: '请填写好友手机号' })
  @MaxLength(40, { message: '手机号格式不正确，请检查' })
  phone: string;

  @IsOptional()
  @trimmed()
  @IsString({ message: '关系请填写文字' })
  @MaxLength(20, { message: '关系请控制在 20 个字以内' })
  @Matches(PRINTABLE, { message: '关系含有无法识别的字符' })
  relation?: string;

  @IsOptional()
  @trimmed()
  @IsString({ message: '备注请填写文字' })
  @MaxLength(200, { message: '备注请控制在 200 字以内' })
  @Matches(PRINTABLE, { message: '备注含有无法识别的字符' })
  note?: string;
}

export class AskConsentDto implements ConsentGiven {
  @IsString({ message: '缺少隐私政策版本' })
  @MaxLength(20, { message: '隐私政策版本不正确' })
  policyVersion: string;

  @IsArray({ message: '请勾选同意的用途' })
  @ArrayMaxSize(20, { message: '勾选的用途太多' })
  @IsString({ each: true, message: '同意的用途不正确' })
  @MaxLength(40, { each: true, message: '同意的用途不正确' })
  purposes: string[];
}

export class ReferralAnswerDto implements ReferralAnswer {
  @IsBoolean({ message: '请选择同意或不同意' })
  agree: boolean;

  @IsOptional()
  @trimmed()
  @IsString({ message: '请填写姓名' })
  @IsNotEmpty({ message: '请填写姓名' })
  @MaxLength(40, { message: '姓名请控制在 40 个字以内' })
  @Matches(PRINTABLE, { message: '姓名含有无法识别的字符，请重新填写' })
  @Matches(/\p{L}/u, { message: '姓名不能只有表情或符号，请填写文字' })
  name?: string;

  /** What was typed is not believed: the answer comes from the bound number. */
  @IsOptional()
  @IsString({ message: '手机号格式不正确，请检查' })
  @MaxLength(40, { message: '手机号格式不正确，请检查' })
  phone?: string;

  @IsOptional()
  @IsObject({ message: '请阅读并同意隐私政策' })
  @ValidateNested({ message: '请阅读并同意隐私政策' })
  @Type(() => AskConsentDto)
  consent?: AskConsentDto;
}
