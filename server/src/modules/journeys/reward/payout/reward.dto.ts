import { type PayoutRecord, REWARD_STATUSES, type RewardStatus } from '@guihu/shared';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { IsCivilDay } from '../../../../platform/http/civil-day';
import { PageDto } from '../../../../platform/http/page.dto';

export class RewardListDto extends PageDto {
  @IsOptional()
  @IsIn(REWARD_STATUSES, { message: '请选择奖励状态' })
  status?: RewardStatus;

  @IsOptional()
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId?: string;
}

export class RewardExportDto {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;

  @IsOptional()
  @IsIn(REWARD_STATUSES, { message: '请选择奖励状态' })
  status?: RewardStatus;
}

export class RefusalDto {
  @IsString({ message: '请填写未通过的原因' })
  @Length(2, 100, { message: '请用 2 到 100 个字说明原因' })
  @Matches(/\S{2}/, { message: '请用 2 到 100 个字说明原因' })
  reason: string;
}

export class PayoutDto implements PayoutRecord {
  /** Bank's or cashier's number. */
  @IsString({ message: '请填写凭证号' })
  @MaxLength(60, { message: '凭证号最多 60 个字符' })
  @Matches(/^[\p{L}\p{N}][\p{L}\p{N}\-_/ .]*$/u, { message: '请填写凭证号，只能用文字、数字和短横线' })
  reference: string;

  @IsCivilDay('请填写发放日期')
  paidOn: string;
}
