import type { RatingReceipt, WorkOrderChange, WorkOrderReceipt } from '@guihu/shared';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { type Actor, CurrentActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { WorkOrderReportDto } from '../intake/work-order.dto';
import { WorkOrderIntakeService } from '../intake/work-order-intake.service';
import { RatingDto, ReasonDto } from './owner-verbs.dto';
import { OwnerVerbsService } from './owner-verbs.service';

/** What an owner does with a report. */
@Controller('api/work-orders')
export class WorkOrderController {
  constructor(
    private readonly intake: WorkOrderIntakeService,
    private readonly verbs: OwnerVerbsService,
  ) {}

  @Post()
  @Permission('customer.act')
  report(@CurrentActor() actor: Actor, @Body() body: WorkOrderReportDto): Promise<WorkOrderReceipt> {
    return this.intake.report(actor, body);
  }

  @Post(':id/urge')
  @Permission('customer.act')
  urge(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<WorkOrderChange> {
    return this.verbs.urge(actor, id);
  }

  @Post(':id/cancellation')
  @Permission('customer.act')
  cancel(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: ReasonDto): Promise<WorkOrderChange> {
    return this.verbs.cancel(actor, id, body.reason);
  }

  @Post(':id/reopening')
  @Permission('customer.act')
  reopen(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: ReasonDto): Promise<WorkOrderChange> {
    return this.verbs.reopen(actor, id, body.reason);
  }

  @Post(':id/rating')
  @Permission('customer.act')
  rate(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: RatingDto): Promise<RatingReceipt> {
    return this.verbs.rate(actor, id, body);
  }
}
