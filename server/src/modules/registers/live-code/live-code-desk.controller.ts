import type { Page, StaffLiveCode } from '@guihu/shared';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { Permission } from '../../../platform/http/permission.guard';
import { LiveCodeDraftDto, LiveCodeListDto } from './live-code.dto';
import { LiveCodeQueries } from './live-code.queries';
import { LiveCodeService } from './live-code.service';

const PAGE = 50;

@Controller('api/staff/live-codes')
export class LiveCodeDeskController {
  constructor(
    private readonly queries: LiveCodeQueries,
    private readonly codes: LiveCodeService,
  ) {}

  @Get()
  @Permission('live-code.read')
  list(@CurrentStaff() actor: StaffActor, @Query() query: LiveCodeListDto): Promise<Page<StaffLiveCode>> {
    return this.queries.list(actor, { ...query, limit: query.limit ?? PAGE });
  }

  @Get(':id')
  @Permission('live-code.read')
  async one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffLiveCode> {
    const code = await this.queries.one(actor, id);
    if (!code) throw coded('live-code.not-found');
    return code;
  }

  @Post()
  @Permission('live-code.edit')
  make(@CurrentStaff() actor: StaffActor, @Body() draft: LiveCodeDraftDto): Promise<StaffLiveCode> {
    return this.codes.make(actor, draft);
  }

  @Post(':id/retirement')
  @HttpCode(200)
  @Permission('live-code.edit')
  retire(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffLiveCode> {
    return this.codes.retire(actor, id);
  }
}
