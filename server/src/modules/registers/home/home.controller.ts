import type { HomeInvitationReceipt, HomeInvitationView, HomeView, Page } from '@guihu/shared';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type Actor, CurrentActor } from '../../../platform/http/actor';
import { Permission } from '../../../platform/http/permission.guard';
import { HomeClaimDto, HomeInvitationDto } from './home.dto';
import { HomeClaimService } from './home-claim.service';
import { HomeInvitationService } from './home-invitation.service';
import { HomePeopleService } from './home-people.service';

@Controller('api')
export class HomeController {
  constructor(
    private readonly claims: HomeClaimService,
    private readonly invitations: HomeInvitationService,
    private readonly people: HomePeopleService,
  ) {}

  @Get('me/homes')
  @Permission('customer.act')
  mine(@CurrentActor() actor: Actor): Promise<Page<HomeView>> {
    return this.claims.mine(actor);
  }

  @Post('me/homes')
  @Permission('customer.act')
  claim(@CurrentActor() actor: Actor, @Body() body: HomeClaimDto): Promise<HomeView> {
    return this.claims.claim(actor, body);
  }

  @Post('me/homes/:unitId/invitations')
  @Permission('customer.act')
  invite(@CurrentActor() actor: Actor, @Param('unitId') unitId: string, @Body() body: HomeInvitationDto): Promise<HomeInvitationReceipt> {
    return this.invitations.invite(actor, unitId, body);
  }

  @Post('me/homes/:unitId/people/:id/removal')
  @HttpCode(200)
  @Permission('customer.act')
  remove(@CurrentActor() actor: Actor, @Param('unitId') unitId: string, @Param('id') id: string): Promise<HomeView> {
    return this.people.remove(actor, unitId, id);
  }

  @Post('me/homes/invitations/:id/revocation')
  @HttpCode(200)
  @Permission('customer.act')
  revoke(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<HomeView> {
    return this.invitations.revoke(actor, id);
  }

  @Get('home-invitations/:code')
  @Permission('customer.act')
  look(@Param('code') code: string): Promise<HomeInvitationView> {
    return this.invitations.look(code);
  }
}
