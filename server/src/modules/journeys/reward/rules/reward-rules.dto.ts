import type { RewardRule, RewardRulesDraft, RewardTier } from '@guihu/shared';
import { ArrayMaxSize, IsArray, IsInt, IsObject, IsOptional, IsUUID, Min, ValidateIf } from 'class-validator';

export class RewardProjectDto {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;
}

const given = (_: unknown, value: unknown): boolean => value !== null;

export class PublishRewardRulesDto implements RewardRulesDraft {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;

  /** The version the editor saw. */
  @IsInt({ message: '缺少规则版本' })
  @Min(0, { message: '规则版本不正确' })
  basedOn: number;

  @IsArray({ message: '请提供规则列表' })
  @ArrayMaxSize(50, { message: '规则最多 50 条' })
  @IsObject({ each: true, message: '规则格式不正确' })
  rules: RewardRule[];

  @ValidateIf(given)
  @IsInt({ message: '签约后等待天数请填整数' })
  holdDays: number | null;

  @ValidateIf(given)
  @IsInt({ message: '积分有效期请填整数' })
  pointMonths: number | null;

  @IsOptional()
  @IsInt({ message: '到访积分请填整数' })
  visitPoints?: number | null;

  @IsOptional()
  @IsInt({ message: '业主故事积分请填整数' })
  storyPoints?: number | null;

  @IsArray({ message: '请提供推荐人等级' })
  @ArrayMaxSize(20, { message: '推荐人等级太多' })
  @IsObject({ each: true, message: '推荐人等级格式不正确' })
  tiers: RewardTier[];
}
