import type { Page, RewardRules } from '@guihu/shared';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { ProjectQueries } from '../../../registers/project';
import { RewardRuleSets } from './reward-rules';
import { PublishRewardRulesDto, RewardProjectDto } from './reward-rules.dto';

@Controller('api/staff/reward-rules')
export class RewardRulesController {
  constructor(
    private readonly rules: RewardRuleSets,
    private readonly projects: ProjectQueries,
  ) {}

  /** Newest version first; the rules in force are the first item, also where none was ever published. */
  @Get()
  @Permission('reward.read')
  async history(@CurrentStaff() actor: StaffActor, @Query() { projectId }: RewardProjectDto): Promise<Page<RewardRules>> {
    await this.projects.ofStaff(actor, projectId);
    return { items: await this.rules.history(projectId), nextCursor: null };
  }

  @Post()
  @Permission('reward-rule.edit')
  async publish(@CurrentStaff() actor: StaffActor, @Body() body: PublishRewardRulesDto): Promise<RewardRules> {
    await this.projects.ofStaff(actor, body.projectId);
    return this.rules.publish(body, actor.staffId);
  }
}
