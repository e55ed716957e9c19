import type { ChannelView, Page } from '@guihu/shared';
import { Controller, Get } from '@nestjs/common';
import { Permission } from '../../../platform/http/permission.guard';
import { ChannelDirectory } from './channel-directory';

@Controller('api/channels')
export class ChannelController {
  constructor(private readonly channels: ChannelDirectory) {}

  @Get()
  @Permission('lead.create')
  async list(): Promise<Page<ChannelView>> {
    return { items: await this.channels.list(), nextCursor: null };
  }
}
