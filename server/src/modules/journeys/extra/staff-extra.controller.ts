import type { ExtraChange, ExtraInterestChange, Page, PhoneReveal, StaffExtra, StaffExtraInterest } from '@guihu/shared';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../platform/http/actor';
import { Permission } from '../../../platform/http/permission.guard';
import { ExtraDraftDto, ExtraInterestListDto, ExtraProjectDto, FollowingDto, NewExtraDto } from './extra.dto';
import { ExtraFollowingService } from './extra-following.service';
import { ExtraShelfService } from './extra-shelf.service';
import { StaffExtraQueries } from './staff-extra.queries';

@Controller('api/staff')
export class StaffExtraController {
  constructor(
    private readonly shelf: ExtraShelfService,
    private readonly following: ExtraFollowingService,
    private readonly queries: StaffExtraQueries,
  ) {}

  @Get('extras')
  @Permission('extra.edit')
  list(@CurrentStaff() actor: StaffActor, @Query() { projectId }: ExtraProjectDto): Promise<Page<StaffExtra>> {
    return this.queries.shelf(actor, projectId);
  }

  @Post('extras')
  @Permission('extra.edit')
  put(@CurrentStaff() actor: StaffActor, @Body() extra: NewExtraDto): Promise<ExtraChange> {
    return this.shelf.put(actor, extra);
  }

  @Put('extras/:id')
  @Permission('extra.edit')
  change(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() draft: ExtraDraftDto): Promise<ExtraChange> {
    return this.shelf.change(actor, id, draft);
  }

  @Get('extra-interests')
  @Permission('extra.follow')
  interests(@CurrentStaff() actor: StaffActor, @Query() { limit = 20, ...query }: ExtraInterestListDto): Promise<Page<StaffExtraInterest>> {
    return this.queries.interests(actor, { ...query, limit });
  }

  @Post('extra-interests/:id/contact')
  @Permission('extra.follow')
  contact(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() { note }: FollowingDto): Promise<ExtraInterestChange> {
    return this.following.record(actor, id, 'contact', note ?? null);
  }

  @Post('extra-interests/:id/take-up')
  @Permission('extra.follow')
  takeUp(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() { note }: FollowingDto): Promise<ExtraInterestChange> {
    return this.following.record(actor, id, 'takeUp', note ?? null);
  }

  @Post('extra-interests/:id/refusal')
  @Permission('extra.follow')
  decline(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() { note }: FollowingDto): Promise<ExtraInterestChange> {
    return this.following.record(actor, id, 'decline', note ?? null);
  }

  @Post('extra-interests/:id/phone-reveal')
  @HttpCode(200)
  @Permission('extra.follow')
  reveal(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<PhoneReveal> {
    return this.following.reveal(actor, id);
  }
}
