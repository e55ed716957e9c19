import { Module } from '@nestjs/common';
import { SpreadsheetModule } from '../../../platform/spreadsheet';
import { CustomerModule } from '../customer';
import { ProjectModule } from '../project';
import { HomeController } from './home.controller';
import { HomeQueries } from './home.queries';
import { HomeRegister } from './home.register';
import { HomeBindingService } from './home-binding.service';
import { HomeClaimService } from './home-claim.service';
import { HomeInvitationService } from './home-invitation.service';
import { HomeMerge } from './home-merge';
import { HomePeopleService } from './home-people.service';
import { HomeImportController } from './import/home-import.controller';
import { HomeImportQueries } from './import/home-import.queries';
import { HomeImportService } from './import/home-import.service';
import { HomeImportBatchService } from './import/home-import-batch.service';

@Module({
  imports: [ProjectModule, CustomerModule, SpreadsheetModule],
  controllers: [HomeController, HomeImportController],
  providers: [
    HomeRegister,
    HomeQueries,
    HomeBindingService,
    HomeClaimService,
    HomeInvitationService,
    HomePeopleService,
    HomeMerge,
    HomeImportQueries,
    HomeImportService,
    HomeImportBatchService,
  ],
  exports: [HomeRegister],
})
export class HomeModule {}
