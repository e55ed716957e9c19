import type { CustomerMergePreview, CustomerMergeReceipt, MergedPerson } from '@guihu/shared';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { CustomerLookupDto, CustomerMergeDto, MergeIntoDto } from './customer-merge.dto';
import { CustomerMergeService } from './customer-merge.service';

@Controller('api/staff/customers')
export class CustomerMergeController {
  constructor(private readonly merges: CustomerMergeService) {}

  @Post('lookup')
  @HttpCode(200)
  @Permission('customer.merge')
  lookUp(@CurrentStaff() actor: StaffActor, @Body() body: CustomerLookupDto): Promise<MergedPerson> {
    return this.merges.lookUp(actor, body.phone);
  }

  @Get(':id/merge')
  @Permission('customer.merge')
  foresee(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Query() query: MergeIntoDto): Promise<CustomerMergePreview> {
    return this.merges.foresee(actor, id, query.into);
  }

  @Post(':id/merge')
  @Permission('customer.merge')
  merge(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: CustomerMergeDto): Promise<CustomerMergeReceipt> {
    return this.merges.merge(actor, id, body.intoId, body.reason);
  }
}
