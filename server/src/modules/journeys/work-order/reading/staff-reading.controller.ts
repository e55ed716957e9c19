import type {
  ContractorView,
  Page,
  RevisitView,
  StaffWorkOrderDetail,
  StaffWorkOrderSummary,
  WorkOrderBoard,
  WorkOrderDispatchView,
} from '@guihu/shared';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { WorkOrderBoardQueries } from '../board/work-order-board.queries';
import { ContractorQueries } from '../contractor.queries';
import { OfProjectDto, RevisitListDto, WorkOrderListDto } from './reading.dto';
import { RevisitQueries } from './revisit.queries';
import { StaffWorkOrderQueries } from './staff-work-orders.queries';
import { WorkOrderDetailQueries } from './work-order-detail.queries';

/** What colleagues read of work orders. */
@Controller('api/staff')
export class StaffReadingController {
  constructor(
    private readonly orders: StaffWorkOrderQueries,
    private readonly details: WorkOrderDetailQueries,
    private readonly boards: WorkOrderBoardQueries,
    private readonly revisits: RevisitQueries,
    private readonly contractors: ContractorQueries,
  ) {}

  @Get('work-orders')
  @Permission('work-order.read')
  list(@CurrentStaff() actor: StaffActor, @Query() query: WorkOrderListDto): Promise<Page<StaffWorkOrderSummary>> {
    return this.orders.list(actor, { ...query, limit: query.limit ?? 20 });
  }

  @Get('work-orders/:id')
  @Permission('work-order.read')
  detail(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffWorkOrderDetail> {
    return this.details.detail(actor, id);
  }

  @Get('work-orders/:id/dispatch')
  @Permission('work-order.read')
  dispatch(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<WorkOrderDispatchView> {
    return this.details.dispatch(actor, id);
  }

  @Get('work-order-board')
  @Permission('work-order.assign')
  board(@CurrentStaff() actor: StaffActor, @Query() { projectId }: OfProjectDto): Promise<WorkOrderBoard> {
    return this.boards.board(actor, projectId);
  }

  @Get('revisits')
  @Permission('revisit.record')
  revisitList(@CurrentStaff() actor: StaffActor, @Query() query: RevisitListDto): Promise<Page<RevisitView>> {
    return this.revisits.list(actor, { ...query, status: query.status ?? 'open', limit: query.limit ?? 20 });
  }

  @Get('contractors')
  @Permission('work-order.read')
  async contractorList(@CurrentStaff() actor: StaffActor, @Query() { projectId }: OfProjectDto): Promise<Page<ContractorView>> {
    return { items: await this.contractors.list(actor, projectId), nextCursor: null };
  }
}
