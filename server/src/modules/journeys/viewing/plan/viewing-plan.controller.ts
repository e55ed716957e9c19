import type { Page, ViewingPlan } from '@guihu/shared';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { ProjectPlansDto, ViewingPlanDto } from './viewing-plan.dto';
import { ViewingPlanService } from './viewing-plan.service';

@Controller('api/staff/viewing-plans')
export class ViewingPlanController {
  constructor(private readonly plans: ViewingPlanService) {}

  @Get()
  @Permission('viewing.read')
  list(@CurrentStaff() actor: StaffActor, @Query() { projectId }: ProjectPlansDto): Promise<Page<ViewingPlan>> {
    return this.plans.list(actor, projectId);
  }

  @Put()
  @Permission('viewing-plan.edit')
  save(@CurrentStaff() actor: StaffActor, @Body() draft: ViewingPlanDto): Promise<ViewingPlan> {
    return this.plans.save(actor, draft);
  }
}
