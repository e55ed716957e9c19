import { Module } from '@nestjs/common';
import { ChannelController } from './channel.controller';
import { ChannelDirectory } from './channel-directory';
import { ProjectController } from './project.controller';
import { ProjectQueries } from './project.queries';

@Module({
  controllers: [ProjectController, ChannelController],
  providers: [ProjectQueries, ChannelDirectory],
  exports: [ProjectQueries, ChannelDirectory],
})
export class ProjectModule {}
