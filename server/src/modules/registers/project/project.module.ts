import { Module } from '@nestjs/common';
import { ChannelController } from './channel.controller';
import { ChannelDirectory } from './channel-directory';
import { ProjectController } from './project.controller';
import { ProjectQueries } from './project.queries';
import { UnitQueries } from './unit.queries';

@Module({
  controllers: [ProjectController, ChannelController],
  providers: [ProjectQueries, ChannelDirectory, UnitQueries],
  exports: [ProjectQueries, ChannelDirectory, UnitQueries],
})
export class ProjectModule {}
