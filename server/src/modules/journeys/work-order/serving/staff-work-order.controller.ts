import type { PhoneReveal, WorkOrderChange } from '@guihu/shared';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { HandOverService } from './hand-over.service';
import { ArrivalDto, ContractDto, FinishDto, GradeDto, OrderTransferDto, PauseDto, ResponseDto, StaffReasonDto } from './serving.dto';
import { WorkOrderServingService } from './work-order-serving.service';

/** What colleagues do with an order. */
@Controller('api/staff/work-orders/:id')
export class StaffWorkOrderController {
  constructor(
    private readonly serving: WorkOrderServingService,
    private readonly handOver: HandOverService,
  ) {}

  @Post('acceptance')
  @Permission('work-order.serve')
  accept(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<WorkOrderChange> {
    return this.serving.accept(actor, id);
  }

  @Post('arrival')
  @Permission('work-order.serve')
  arrive(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: ArrivalDto): Promise<WorkOrderChange> {
    return this.serving.arrive(actor, id, body);
  }

  @Post('response')
  @Permission('work-order.serve')
  respond(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: ResponseDto): Promise<WorkOrderChange> {
    return this.serving.respond(actor, id, body.words);
  }

  @Post('pause')
  @Permission('work-order.serve')
  pause(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: PauseDto): Promise<WorkOrderChange> {
    return this.serving.pause(actor, id, body);
  }

  @Post('resumption')
  @Permission('work-order.serve')
  resume(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<WorkOrderChange> {
    return this.serving.resume(actor, id);
  }

  @Post('completion')
  @Permission('work-order.serve')
  finish(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: FinishDto): Promise<WorkOrderChange> {
    return this.serving.finish(actor, id, body);
  }

  @Post('transfer')
  @Permission('work-order.serve')
  transfer(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: OrderTransferDto): Promise<WorkOrderChange> {
    return this.handOver.transfer(actor, id, body.toStaffId, body.reason);
  }

  @Post('return')
  @Permission('work-order.serve')
  giveBack(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: StaffReasonDto): Promise<WorkOrderChange> {
    return this.handOver.giveBack(actor, id, body.reason);
  }

  @Post('contracting')
  @Permission('work-order.serve')
  contract(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: ContractDto): Promise<WorkOrderChange> {
    return this.handOver.contract(actor, id, body.contractorId, body.reason);
  }

  @Post('grade')
  @Permission('work-order.grade')
  grade(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: GradeDto): Promise<WorkOrderChange> {
    return this.handOver.grade(actor, id, body);
  }

  @Post('cancellation')
  @Permission('work-order.assign')
  cancel(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: StaffReasonDto): Promise<WorkOrderChange> {
    return this.handOver.cancel(actor, id, body.reason);
  }

  @Post('phone-reveal')
  @HttpCode(200)
  @Permission('work-order.reveal-phone')
  reveal(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<PhoneReveal> {
    return this.handOver.revealPhone(actor, id);
  }
}
