import type { ServicePolicy, SlaReplayRequest, SlaReplayView } from '@guihu/shared';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { IsObject, IsUUID } from 'class-validator';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { IsInstant } from '../../../../platform/http/instant';
import { Permission } from '../../../../platform/http/permission.guard';
import { WorkOrderAccess } from '../work-order-access';
import { SlaReplayService } from './sla-replay.service';

export class SlaReplayDto implements SlaReplayRequest {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;

  @IsObject({ message: '缺少服务时限' })
  policy: ServicePolicy;

  @IsInstant('请选择开始时间')
  fromAt: string;

  @IsInstant('请选择结束时间')
  toAt: string;
}

@Controller('api/staff/sla-replays')
export class SlaReplayController {
  constructor(
    private readonly replays: SlaReplayService,
    private readonly access: WorkOrderAccess,
  ) {}

  /** A question, not a change: nothing is created. */
  @Post()
  @HttpCode(200)
  @Permission('dispatch-rule.read')
  async replay(@CurrentStaff() actor: StaffActor, @Body() body: SlaReplayDto): Promise<SlaReplayView> {
    await this.access.requireService(actor, body.projectId);
    return this.replays.replay(body);
  }
}
