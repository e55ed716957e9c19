import type { DispatchRuleSet, DispatchSimulationView, Page } from '@guihu/shared';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { WorkOrderAccess } from '../work-order-access';
import { DispatchRules } from './dispatch-rules';
import { DispatchSimulationDto, ProjectQueryDto, PublishDispatchRulesDto } from './dispatch-rules.dto';
import { DispatchSimulationService } from './dispatch-simulation.service';

@Controller('api/staff/dispatch-rules')
export class DispatchRulesController {
  constructor(
    private readonly rules: DispatchRules,
    private readonly simulations: DispatchSimulationService,
    private readonly access: WorkOrderAccess,
  ) {}

  /** Newest version first; the rules in force are the first item, also where none was ever published. */
  @Get()
  @Permission('dispatch-rule.read')
  async history(@CurrentStaff() actor: StaffActor, @Query() { projectId }: ProjectQueryDto): Promise<Page<DispatchRuleSet>> {
    await this.access.requireService(actor, projectId);
    const published = await this.rules.history(projectId);
    return { items: published.length > 0 ? published : [await this.rules.current(projectId)], nextCursor: null };
  }

  @Post()
  @Permission('dispatch-rule.edit')
  async publish(@CurrentStaff() actor: StaffActor, @Body() body: PublishDispatchRulesDto): Promise<DispatchRuleSet> {
    await this.access.requireService(actor, body.projectId);
    return this.rules.publish(body.projectId, body.basedOn, body.rules, body.settings, actor.staffId);
  }

  /** A question, not a change: nothing is created. */
  @Post('simulation')
  @HttpCode(200)
  @Permission('dispatch-rule.read')
  async simulate(@CurrentStaff() actor: StaffActor, @Body() body: DispatchSimulationDto): Promise<DispatchSimulationView> {
    await this.access.requireService(actor, body.projectId);
    return this.simulations.simulate(body);
  }
}
