import type { MyRealName } from '@guihu/shared';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { type Actor, CurrentActor } from '../../../platform/http/actor';
import { Permission } from '../../../platform/http/permission.guard';
import { RealNameDto } from './real-name.dto';
import { RealNames } from './real-name.queries';
import { RealNameService } from './real-name.service';

@Controller('api/me/real-name')
export class RealNameController {
  constructor(
    private readonly names: RealNames,
    private readonly service: RealNameService,
  ) {}

  @Get()
  @Permission('customer.act')
  mine(@CurrentActor() { customerId }: Actor): Promise<MyRealName> {
    return this.names.mine(customerId);
  }

  @Post()
  @Permission('customer.act')
  state(@CurrentActor() actor: Actor, @Body() statement: RealNameDto): Promise<MyRealName> {
    return this.service.state(actor, statement);
  }
}
