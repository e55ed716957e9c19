import type { DispatchRule, ServicePolicy } from '@guihu/shared';
import { ArrayMaxSize, IsArray, IsInt, IsObject, IsOptional, IsUUID, Min } from 'class-validator';
import { IsInstant } from '../../../../platform/http/instant';

export class ProjectQueryDto {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;
}

export class PublishDispatchRulesDto {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;

  /** The version the editor saw. */
  @IsInt({ message: '缺少规则版本' })
  @Min(0, { message: '规则版本不正确' })
  basedOn: number;

  @IsArray({ message: '请提供规则列表' })
  @ArrayMaxSize(50, { message: '规则最多 50 条' })
  @IsObject({ each: true, message: '规则格式不正确' })
  rules: DispatchRule[];

  @IsObject({ message: '缺少服务时限' })
  settings: ServicePolicy;
}

/** A draft, replayed over the orders of the last thirty days unless a time is given. */
export class DispatchSimulationDto {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;

  @IsArray({ message: '请提供规则列表' })
  @ArrayMaxSize(50, { message: '规则最多 50 条' })
  @IsObject({ each: true, message: '规则格式不正确' })
  rules: DispatchRule[];

  @IsOptional()
  @IsInstant('请选择开始时间')
  fromAt?: string;

  @IsOptional()
  @IsInstant('请选择结束时间')
  toAt?: string;
}
