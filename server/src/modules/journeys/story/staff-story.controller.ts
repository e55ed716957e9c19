import type { Page, StaffStory, StoryChange } from '@guihu/shared';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../platform/http/actor';
import { Permission } from '../../../platform/http/permission.guard';
import { ModerationService } from './moderation.service';
import { StoryListDto, StoryReturnDto } from './story.dto';
import { StoryQueries } from './story.queries';

@Controller('api/staff/stories')
export class StaffStoryController {
  constructor(
    private readonly moderation: ModerationService,
    private readonly queries: StoryQueries,
  ) {}

  @Get()
  @Permission('story.moderate')
  queue(@CurrentStaff() actor: StaffActor, @Query() { limit = 20, ...query }: StoryListDto): Promise<Page<StaffStory>> {
    return this.queries.queue(actor, { ...query, limit });
  }

  @Post(':id/publication')
  @Permission('story.moderate')
  publish(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StoryChange> {
    return this.moderation.publish(actor, id);
  }

  @Post(':id/return')
  @Permission('story.moderate')
  giveBack(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() { reason }: StoryReturnDto): Promise<StoryChange> {
    return this.moderation.giveBack(actor, id, reason);
  }
}
