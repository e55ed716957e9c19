import { REDEMPTION_STATUSES, type RedemptionStatus } from '@guihu/shared';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageDto } from '../../../../platform/http/page.dto';

export class RedeemDto {
  @IsUUID(undefined, { message: '请选择礼品' })
  itemId: string;
}

export class RedemptionListDto extends PageDto {
  @IsOptional()
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId?: string;

  @IsOptional()
  @IsIn(REDEMPTION_STATUSES, { message: '请选择兑换状态' })
  status?: RedemptionStatus;

  @IsOptional()
  @Matches(/^\d{6}$/, { message: '领取码是 6 位数字' })
  code?: string;
}

export class ReturnDto {
  @IsOptional()
  @IsString({ message: '请填写退回的原因' })
  @MaxLength(100, { message: '原因最多 100 个字' })
  reason?: string;
}
