import type { CatalogueItem, MyRewards, Page, Redemption, ReferralOffer, ReferralRules } from '@guihu/shared';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Actor, CurrentActor, vouchedCustomer } from '../../../../platform/http/actor';
import { Permission, Public } from '../../../../platform/http/permission.guard';
import { CatalogueQueries } from '../catalogue/catalogue.queries';
import { RedeemDto } from '../catalogue/redemption.dto';
import { RedemptionService } from '../catalogue/redemption.service';
import { MyRewardsQueries } from './my-rewards.queries';
import { ReferralOfferQueries } from './referral-offer.queries';
import { ReferralRulesQueries } from './referral-rules.queries';

/** What somebody may earn, has earned, and can have for it. */
@Controller('api')
export class MyRewardsController {
  constructor(
    private readonly rewards: MyRewardsQueries,
    private readonly offers: ReferralOfferQueries,
    private readonly rules: ReferralRulesQueries,
    private readonly catalogue: CatalogueQueries,
    private readonly redemptions: RedemptionService,
  ) {}

  @Get('projects/:id/referral-offer')
  @Permission('customer.act')
  offer(@Param('id') id: string): Promise<ReferralOffer> {
    return this.offers.of(id);
  }

  /** Open to everybody: what is promised is no secret. */
  @Get('projects/:id/referral-rules')
  @Public()
  rulesOf(@Param('id') id: string): Promise<ReferralRules> {
    return this.rules.of(id);
  }

  @Get('me/rewards')
  @Permission('customer.act')
  mine(@CurrentActor() actor: Actor): Promise<MyRewards> {
    return this.rewards.of(vouchedCustomer(actor));
  }

  @Get('reward-catalogue')
  @Permission('customer.act')
  items(): Promise<Page<CatalogueItem>> {
    return this.catalogue.items();
  }

  @Get('me/redemptions')
  @Permission('customer.act')
  redeemed(@CurrentActor() actor: Actor): Promise<Page<Redemption>> {
    return this.catalogue.of(vouchedCustomer(actor));
  }

  @Post('me/redemptions')
  @Permission('customer.act')
  redeem(@CurrentActor() actor: Actor, @Body() { itemId }: RedeemDto): Promise<Redemption> {
    return this.redemptions.redeem(vouchedCustomer(actor), itemId);
  }
}
