import type { ReferralAsk, ReferralLink, ReferralReceipt } from '@guihu/shared';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Actor, CurrentActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { ReferralAnswerDto, ReferralLinkDto, ReferralRegistrationDto } from './referral.dto';
import { ReferralAskService } from './referral-ask.service';
import { ReferralLinksService } from './referral-links.service';
import { ReferralRegistrationService } from './referral-registration.service';

@Controller('api')
export class ReferralController {
  constructor(
    private readonly registration: ReferralRegistrationService,
    private readonly asks: ReferralAskService,
    private readonly links: ReferralLinksService,
  ) {}

  @Post('referral-links')
  @Permission('customer.act')
  link(@CurrentActor() actor: Actor, @Body() { projectId }: ReferralLinkDto): Promise<ReferralLink> {
    return this.links.linkOf(actor, projectId);
  }

  @Post('referrals')
  @Permission('customer.act')
  register(@CurrentActor() actor: Actor, @Body() form: ReferralRegistrationDto): Promise<ReferralReceipt> {
    return this.registration.register(actor, form);
  }

  @Get('me/referral-asks/:code')
  @Permission('customer.act')
  ask(@Param('code') code: string): Promise<ReferralAsk> {
    return this.asks.look(code);
  }

  @Post('me/referral-asks/:code/answer')
  @Permission('customer.act')
  answer(@CurrentActor() actor: Actor, @Param('code') code: string, @Body() answer: ReferralAnswerDto): Promise<ReferralAsk> {
    return this.asks.answer(actor, code, answer);
  }
}
