import type { CustomerLookup, CustomerMergeRequest } from '@guihu/shared';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { trimmed } from '../../../../platform/http/typed-text';

export class CustomerLookupDto implements CustomerLookup {
  @IsString({ message: '请填写手机号' })
  @MaxLength(40, { message: '手机号格式不正确，请检查后重新填写' })
  phone: string;
}

export class MergeIntoDto {
  @IsString({ message: '请选择保留哪一位客户' })
  @MaxLength(36, { message: '客户编号不正确' })
  into: string;
}

export class CustomerMergeDto implements CustomerMergeRequest {
  @IsString({ message: '请选择保留哪一位客户' })
  @MaxLength(36, { message: '客户编号不正确' })
  intoId: string;

  @trimmed()
  @IsString({ message: '请填写合并的原因' })
  @MinLength(2, { message: '请填写合并的原因' })
  @MaxLength(200, { message: '原因请控制在 200 字以内' })
  reason: string;
}
