import type { Page, SopPlanView, TaskView } from '@guihu/shared';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../platform/http/actor';
import { Permission } from '../../../platform/http/permission.guard';
import { CompletionDto, TaskListDto } from './sop.dto';
import { SopPlanQueries } from './sop-plan.queries';
import { SopTaskQueries } from './sop-task.queries';
import { TaskProgressService } from './task-progress.service';

@Controller('api/staff')
export class SopController {
  constructor(
    private readonly tasks: SopTaskQueries,
    private readonly plans: SopPlanQueries,
    private readonly progress: TaskProgressService,
  ) {}

  @Get('tasks')
  @Permission('task.read')
  list(@CurrentStaff() actor: StaffActor, @Query() query: TaskListDto): Promise<Page<TaskView>> {
    return this.tasks.list(actor, { ...query, scope: query.scope ?? 'mine', limit: query.limit ?? 20 });
  }

  @Get('leads/:id/tasks')
  @Permission('task.read')
  async ofLead(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<Page<TaskView>> {
    return { items: await this.tasks.ofLead(actor, id), nextCursor: null };
  }

  @Post('tasks/:id/completion')
  @Permission('task.complete')
  complete(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: CompletionDto): Promise<TaskView> {
    return this.progress.complete(actor, id, body.note || null);
  }

  @Get('sop-plans')
  @Permission('rule.read')
  async sopPlans(): Promise<Page<SopPlanView>> {
    return { items: await this.plans.list(), nextCursor: null };
  }
}
