import type { MyStory, Page, PublishedStory, StoryChange } from '@guihu/shared';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../../../platform/http/actor';
import { PageDto } from '../../../platform/http/page.dto';
import { Permission, Public } from '../../../platform/http/permission.guard';
import { StoryDraftDto } from './story.dto';
import { StoryQueries } from './story.queries';
import { StoryService } from './story.service';

/** What owners tell of living here, and everybody may read. */
@Controller('api')
export class StoryController {
  constructor(
    private readonly stories: StoryService,
    private readonly queries: StoryQueries,
  ) {}

  @Get('projects/:id/stories')
  @Public()
  published(@Param('id') id: string, @Query() { cursor, limit = 10 }: PageDto): Promise<Page<PublishedStory>> {
    return this.queries.published(id, { cursor, limit });
  }

  @Get('me/stories')
  @Permission('customer.act')
  mine(@CurrentActor() { customerId }: Actor, @Query() { cursor, limit = 20 }: PageDto): Promise<Page<MyStory>> {
    return this.queries.of(customerId, { cursor, limit });
  }

  @Post('me/stories')
  @Permission('customer.act')
  submit(@CurrentActor() actor: Actor, @Body() draft: StoryDraftDto): Promise<StoryChange> {
    return this.stories.submit(actor, draft);
  }

  @Post('me/stories/:id/withdrawal')
  @Permission('customer.act')
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StoryChange> {
    return this.stories.withdraw(actor, id);
  }
}
