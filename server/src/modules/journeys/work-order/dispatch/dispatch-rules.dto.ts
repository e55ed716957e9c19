import type { DispatchRule, ServicePolicy } from '@guihu/shared';
import { ArrayMaxSize, IsArray, IsInt, IsObject, IsUUID, Min } from 'class-validator';

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
