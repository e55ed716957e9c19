import { Module } from '@nestjs/common';
import { CustomerModule } from '../customer';
import { ProjectModule } from '../project';
import { HomeController } from './home.controller';
import { HomeQueries } from './home.queries';
import { HomeRegister } from './home.register';
import { HomeBindingService } from './home-binding.service';
import { HomeClaimService } from './home-claim.service';
import { HomeInvitationService } from './home-invitation.service';
import { HomePeopleService } from './home-people.service';

@Module({
  imports: [ProjectModule, CustomerModule],
  controllers: [HomeController],
  providers: [HomeRegister, HomeQueries, HomeBindingService, HomeClaimService, HomeInvitationService, HomePeopleService],
  exports: [HomeRegister],
})
export class HomeModule {}
