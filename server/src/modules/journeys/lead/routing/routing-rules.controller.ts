import type { Page, RoutingRule, RoutingRuleSet, RoutingSettings } from '@guihu/shared';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsObject, Max, Min, ValidateNested } from 'class-validator';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { Permission } from '../../../../platform/http/permission.guard';
import { RuleSets } from './rule-sets';

export class RoutingSettingsDto implements RoutingSettings {
  @IsInt({ message: '接单时限请填写整数分钟' })
  @Min(1, { message: '接单时限至少 1 分钟' })
  @Max(1440, { message: '接单时限最多 1440 分钟' })
  acceptMinutes: number;

  @IsInt({ message: '次数请填写整数' })
  @Min(1, { message: '至少 1 次' })
  @Max(10, { message: '最多 10 次' })
  mostOffers: number;

  @IsInt({ message: '联系时限请填写整数分钟' })
  @Min(1, { message: '联系时限至少 1 分钟' })
  @Max(1440, { message: '联系时限最多 1440 分钟' })
  callMinutes: number;
}

export class PublishRulesDto {
  /** The version the editor saw. */
  @IsInt({ message: '缺少规则版本' })
  @Min(0, { message: '规则版本不正确' })
  basedOn: number;

  @IsArray({ message: '请提供规则列表' })
  @ArrayMaxSize(50, { message: '规则最多 50 条' })
  @IsObject({ each: true, message: '规则格式不正确' })
  rules: RoutingRule[];

  @IsObject({ message: '缺少时限设置' })
  @ValidateNested({ message: '时限设置不正确' })
  @Type(() => RoutingSettingsDto)
  settings: RoutingSettingsDto;
}

@Controller('api/staff/projects/:projectId/routing-rules')
export class RoutingRulesController {
  constructor(private readonly ruleSets: RuleSets) {}

  @Get()
  @Permission('rule.read')
  async history(@CurrentStaff() actor: StaffActor, @Param('projectId') projectId: string): Promise<Page<RoutingRuleSet>> {
    assertOwnProject(actor, projectId);
    return { items: await this.ruleSets.history(projectId), nextCursor: null };
  }

  @Put()
  @Permission('rule.edit')
  publish(
    @CurrentStaff() actor: StaffActor,
    @Param('projectId') projectId: string,
    @Body() body: PublishRulesDto,
  ): Promise<RoutingRuleSet> {
    assertOwnProject(actor, projectId);
    return this.ruleSets.publish(projectId, body.basedOn, body.rules, body.settings, actor.staffId);
  }
}

function assertOwnProject(actor: StaffActor, projectId: string): void {
  if (actor.scope.kind !== 'group' && !actor.projectIds.includes(projectId)) throw coded('project.not-found');
}
