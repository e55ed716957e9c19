import type { DeliveryView, Page, SubscribeTemplate } from '@guihu/shared';
import { Controller, Get, Param } from '@nestjs/common';
import { MessageTemplates } from '../../../../integrations/wechat/message-templates.port';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission, Public } from '../../../../platform/http/permission.guard';
import { DeliveryQueries } from './delivery.queries';

@Controller('api')
export class DeliveryController {
  constructor(
    private readonly deliveries: DeliveryQueries,
    private readonly templates: MessageTemplates,
  ) {}

  @Get('wechat/subscribe-templates')
  @Public()
  subscribable(): Page<SubscribeTemplate> {
    return { items: this.templates.subscribable(), nextCursor: null };
  }

  @Get('staff/leads/:id/messages')
  @Permission('lead.read')
  async aboutLead(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<Page<DeliveryView>> {
    return { items: await this.deliveries.aboutLead(actor, id), nextCursor: null };
  }

  @Get('staff/work-orders/:id/messages')
  @Permission('work-order.read')
  async aboutOrder(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<Page<DeliveryView>> {
    return { items: await this.deliveries.aboutOrder(actor, id), nextCursor: null };
  }
}
