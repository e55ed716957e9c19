import type { Page, VerdictRules, VerdictRulesDraft, VerdictSettings, VerdictSimulation, VerdictView } from '@guihu/shared';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IsInt, IsObject, IsUUID, Max, Min } from 'class-validator';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { ReferralAccess } from '../referral-access';
import { VerdictReading } from './verdict-reading.service';
import { VerdictRuleSets } from './verdict-rule-sets';
import { VerdictSimulationService } from './verdict-simulation.service';

export class VerdictProjectDto {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;
}

export class VerdictRulesDto extends VerdictProjectDto implements VerdictRulesDraft {
  /** The version the editor saw. */
  @IsInt({ message: '缺少规则版本' })
  @Min(0, { message: '规则版本不正确' })
  @Max(1_000_000, { message: '规则版本不正确' })
  basedOn: number;

  @IsObject({ message: '规则格式不正确' })
  settings: VerdictSettings;
}

export class VerdictSimulationDto extends VerdictProjectDto {
  @IsObject({ message: '规则格式不正确' })
  settings: VerdictSettings;

  @IsInt({ message: '请填写天数' })
  @Min(1, { message: '天数至少为 1' })
  @Max(3_650, { message: '天数太多，请缩短范围' })
  days: number;
}

@Controller('api/staff')
export class VerdictController {
  constructor(
    private readonly reading: VerdictReading,
    private readonly rules: VerdictRuleSets,
    private readonly simulations: VerdictSimulationService,
    private readonly access: ReferralAccess,
  ) {}

  @Get('referrals/:id/verdict')
  @Permission('referral.read')
  ofReferral(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<VerdictView> {
    return this.reading.ofReferral(actor, id);
  }

  @Get('leads/:id/verdict')
  @Permission('referral.read')
  ofLead(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<VerdictView> {
    return this.reading.ofLead(actor, id);
  }

  /** Newest version first; the defaults as version 0 where none was published. */
  @Get('verdict-rules')
  @Permission('referral.read')
  async history(@CurrentStaff() actor: StaffActor, @Query() { projectId }: VerdictProjectDto): Promise<Page<VerdictRules>> {
    this.access.requireProject(actor, projectId);
    return { items: await this.rules.history(projectId), nextCursor: null };
  }

  @Post('verdict-rules')
  @Permission('verdict-rule.edit')
  async publish(@CurrentStaff() actor: StaffActor, @Body() draft: VerdictRulesDto): Promise<VerdictRules> {
    this.access.requireProject(actor, draft.projectId);
    return this.rules.publish(draft.projectId, draft.basedOn, draft.settings, actor.staffId);
  }

  /** A question, not a change: nothing is created. */
  @Post('verdict-rules/simulation')
  @HttpCode(200)
  @Permission('verdict-rule.edit')
  async simulate(@CurrentStaff() actor: StaffActor, @Body() body: VerdictSimulationDto): Promise<VerdictSimulation> {
    this.access.requireProject(actor, body.projectId);
    return this.simulations.simulate(body.projectId, body.settings, body.days);
  }
}
