import type { SiteDutiesWanted, SiteRotaView } from '@guihu/shared';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../platform/http/actor';
import { Permission } from '../../../platform/http/permission.guard';
import { SiteDutiesWantedDto, SiteRotaDayDto, SiteWeekDto } from './site-rota.dto';
import { SiteRotaQueries } from './site-rota.queries';
import { SiteRotaService } from './site-rota.service';

@Controller('api/staff/site-rota')
export class SiteRotaController {
  constructor(
    private readonly rotas: SiteRotaQueries,
    private readonly planning: SiteRotaService,
  ) {}

  @Get()
  @Permission('site-rota.edit')
  view(@CurrentStaff() actor: StaffActor, @Query() { projectId, from }: SiteWeekDto): Promise<SiteRotaView> {
    return this.rotas.view(actor, projectId, from);
  }

  @Put('duties')
  @Permission('site-rota.edit')
  want(@CurrentStaff() actor: StaffActor, @Body() body: SiteDutiesWantedDto): Promise<SiteDutiesWanted> {
    return this.planning.want(actor, body);
  }

  @Put('days')
  @Permission('site-rota.edit')
  plan(@CurrentStaff() actor: StaffActor, @Body() body: SiteRotaDayDto): Promise<{ day: string; version: number }> {
    return this.planning.plan(actor, body);
  }

  /** Twice is as good as once. */
  @Post('copies')
  @HttpCode(200)
  @Permission('site-rota.edit')
  copy(@CurrentStaff() actor: StaffActor, @Body() body: SiteWeekDto): Promise<{ days: string[] }> {
    return this.planning.copy(actor, body);
  }
}
