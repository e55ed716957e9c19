import { Module } from '@nestjs/common';
import { CustomerModule } from '../../registers/customer';
import { HomeModule } from '../../registers/home';
import { ProjectModule } from '../../registers/project';
import { StaffModule } from '../../registers/staff';
import { UploadModule } from '../../registers/upload';
import { ModerationService } from './moderation.service';
import { StaffStoryController } from './staff-story.controller';
import { StoryController } from './story.controller';
import { StoryQueries } from './story.queries';
import { StoryService } from './story.service';
import { StoryMerge } from './story-merge';
import { StoryMessages } from './story-messages';

@Module({
  imports: [ProjectModule, StaffModule, CustomerModule, HomeModule, UploadModule],
  controllers: [StoryController, StaffStoryController],
  providers: [StoryService, ModerationService, StoryMessages, StoryQueries, StoryMerge],
})
export class StoryModule {}
