import { REPURCHASE_WISHES, type RepurchaseRequest, type RepurchaseWish } from '@guihu/shared';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { ConsentDto } from './lead.dto';

/** `POST /api/me/repurchases` */
export class RepurchaseDto implements RepurchaseRequest {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;

  @IsIn(Object.keys(REPURCHASE_WISHES), { message: '请选择您的打算' })
  wish: RepurchaseWish;

  @IsOptional()
  @IsObject({ message: '授权信息格式不正确' })
  @ValidateNested({ message: '授权信息格式不正确' })
  @Type(() => ConsentDto)
  consent?: ConsentDto;
}
