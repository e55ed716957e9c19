import type { MyWorkOrder, Page, WarrantyPreview, WorkOrderView } from '@guihu/shared';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { MyWorkOrderQueries } from './my-work-orders.queries';
import { MyWorkOrderListDto, WarrantyQueryDto } from './reading.dto';
import { WarrantyQueries } from './warranty.queries';

/** What the people of a home read of their reports. */
@Controller('api')
export class OwnerReadingController {
  constructor(
    private readonly orders: MyWorkOrderQueries,
    private readonly warranties: WarrantyQueries,
  ) {}

  @Get('me/work-orders')
  @Permission('customer.act')
  list(@CurrentActor() actor: Actor, @Query() query: MyWorkOrderListDto): Promise<Page<MyWorkOrder>> {
    return this.orders.list(actor, { ...query, limit: query.limit ?? 20 });
  }

  @Get('work-orders/:id')
  @Permission('customer.act')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<WorkOrderView> {
    return this.orders.view(actor, id);
  }

  @Get('warranty')
  @Permission('customer.act')
  warranty(@CurrentActor() actor: Actor, @Query() { unitId, category }: WarrantyQueryDto): Promise<WarrantyPreview> {
    return this.warranties.preview(actor, unitId, category);
  }
}
