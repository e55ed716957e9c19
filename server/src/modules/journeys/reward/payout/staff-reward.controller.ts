import { Readable } from 'node:stream';
import type { Page, RewardChange, StaffReward, StaffRewardDetail } from '@guihu/shared';
import { Body, Controller, Get, Header, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { csvDisposition } from '../../../../platform/spreadsheet';
import { PayoutDto, RefusalDto, RewardExportDto, RewardListDto } from './reward.dto';
import { RewardExportService } from './reward-export.service';
import { RewardPayoutService } from './reward-payout.service';
import { StaffRewardQueries } from './staff-reward.queries';

@Controller('api/staff/rewards')
export class StaffRewardController {
  constructor(
    private readonly queries: StaffRewardQueries,
    private readonly verbs: RewardPayoutService,
    private readonly exports: RewardExportService,
  ) {}

  @Get()
  @Permission('reward.read')
  list(@CurrentStaff() actor: StaffActor, @Query() query: RewardListDto): Promise<Page<StaffReward>> {
    return this.queries.list(actor, { ...query, limit: query.limit ?? 20 });
  }

  /** For finance; who took it is on record. */
  @Get('export')
  @Permission('reward.pay')
  @ApiProduces('text/csv')
  @Header('cache-control', 'no-store')
  async export(@CurrentStaff() actor: StaffActor, @Query() query: RewardExportDto): Promise<StreamableFile> {
    const { name, pieces } = await this.exports.start(actor, query);
    return new StreamableFile(Readable.from(pieces), {
      type: 'text/csv; charset=utf-8',
      disposition: csvDisposition(name, 'rewards.csv'),
    });
  }

  @Get(':id')
  @Permission('reward.read')
  detail(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffRewardDetail> {
    return this.queries.detail(actor, id);
  }

  @Post(':id/approval')
  @Permission('reward.approve')
  approve(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<RewardChange> {
    return this.verbs.approve(actor, id);
  }

  @Post(':id/refusal')
  @Permission('reward.approve')
  refuse(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() { reason }: RefusalDto): Promise<RewardChange> {
    return this.verbs.refuse(actor, id, reason);
  }

  @Post(':id/payout')
  @Permission('reward.pay')
  pay(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: PayoutDto): Promise<RewardChange> {
    return this.verbs.pay(actor, id, body);
  }
}
