import { Module } from '@nestjs/common';
import { CustomerModule } from '../../registers/customer';
import { HomeModule } from '../../registers/home';
import { ProjectModule } from '../../registers/project';
import { StaffModule } from '../../registers/staff';
import { UploadModule } from '../../registers/upload';
import { ExtraController } from './extra.controller';
import { ExtraQueries } from './extra.queries';
import { ExtraFollowingService } from './extra-following.service';
import { ExtraInterestService } from './extra-interest.service';
import { ExtraMerge } from './extra-merge';
import { ExtraMessages } from './extra-messages';
import { ExtraReactions } from './extra-reactions';
import { ExtraShelfService } from './extra-shelf.service';
import { StaffExtraController } from './staff-extra.controller';
import { StaffExtraQueries } from './staff-extra.queries';

@Module({
  imports: [ProjectModule, StaffModule, CustomerModule, HomeModule, UploadModule],
  controllers: [ExtraController, StaffExtraController],
  providers: [
    ExtraShelfService,
    ExtraInterestService,
    ExtraFollowingService,
    ExtraMessages,
    ExtraMerge,
    ExtraReactions,
    ExtraQueries,
    StaffExtraQueries,
  ],
})
export class ExtraModule {}
