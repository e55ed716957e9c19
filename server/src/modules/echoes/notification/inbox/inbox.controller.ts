import type { InboxMessage, Page } from '@guihu/shared';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../../../../platform/http/actor';
import { PageDto } from '../../../../platform/http/page.dto';
import { Permission } from '../../../../platform/http/permission.guard';
import { InboxQueries } from './inbox.queries';
import { InboxService } from './inbox.service';

@Controller('api/me/messages')
@Permission('self')
export class InboxController {
  constructor(
    private readonly inbox: InboxQueries,
    private readonly service: InboxService,
  ) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Query() query: PageDto): Promise<Page<InboxMessage>> {
    return this.inbox.list(actor, { cursor: query.cursor, limit: query.limit ?? 20 });
  }

  @Get('unread')
  async unread(@CurrentActor() actor: Actor): Promise<{ count: number }> {
    return { count: await this.inbox.unread(actor) };
  }

  @Post(':id/read')
  @HttpCode(204)
  read(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.service.read(actor, id);
  }
}
