import type { ConsentGiven, RealNameStatement } from '@guihu/shared';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsNotEmpty, IsObject, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { trimmed } from '../../../platform/http/typed-text';

export class RealNameConsentDto implements ConsentGiven {
  @IsString({ message: '缺少隐私政策版本' })
  @MaxLength(20, { message: '隐私政策版本不正确' })
  policyVersion: string;

  @IsArray({ message: '请勾选同意的用途' })
  @ArrayMaxSize(20, { message: '勾选的用途太多' })
  @IsString({ each: true, message: '同意的用途不正确' })
  @MaxLength(40, { each: true, message: '同意的用途不正确' })
  purposes: string[];
}

export class RealNameDto implements RealNameStatement {
  /** As on the card: signs, and the dot inside a name. */
  @trimmed()
  @IsString({ message: '请填写证件上的姓名' })
  @IsNotEmpty({ message: '请填写证件上的姓名' })
  @MaxLength(40, { message: '姓名请控制在 40 个字以内' })
  @Matches(/^\p{L}[\p{L}\p{M} ·•.]*\p{L}$/u, { message: '姓名请与证件一致，不含数字和符号' })
  name: string;

  @IsString({ message: '请填写身份证号' })
  @IsNotEmpty({ message: '请填写身份证号' })
  @MaxLength(40, { message: '身份证号应为 18 位，最后一位可以是 X，请检查' })
  number: string;

  @IsObject({ message: '请阅读并同意这项用途' })
  @ValidateNested({ message: '请阅读并同意这项用途' })
  @Type(() => RealNameConsentDto)
  consent: RealNameConsentDto;
}
