import type { RotaTurn, RotaView } from '@guihu/shared';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../platform/http/actor';
import { Permission } from '../../../platform/http/permission.guard';
import { RotaQueryDto, RotaTurnDto } from './rota.dto';
import { RotaQueries } from './rota.queries';
import { RotaService } from './rota.service';

@Controller('api/staff/rota')
export class RotaController {
  constructor(
    private readonly rota: RotaQueries,
    private readonly planning: RotaService,
  ) {}

  @Get()
  @Permission('rota.read')
  view(@CurrentStaff() actor: StaffActor, @Query() query: RotaQueryDto): Promise<RotaView> {
    return this.rota.view(actor, query.projectId, query);
  }

  @Post()
  @Permission('rota.edit')
  plan(@CurrentStaff() actor: StaffActor, @Body() body: RotaTurnDto): Promise<RotaTurn> {
    return this.planning.plan(actor, body);
  }

  @Post(':id/removal')
  @Permission('rota.edit')
  remove(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<{ id: string }> {
    return this.planning.remove(actor, id);
  }
}
