import type { ExtraInterestChange, MyExtra, Page } from '@guihu/shared';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type Actor, CurrentActor } from '../../../platform/http/actor';
import { Permission } from '../../../platform/http/permission.guard';
import { ExtraInterestDto, ExtraViewsDto } from './extra.dto';
import { ExtraQueries } from './extra.queries';
import { ExtraInterestService } from './extra-interest.service';

/** What an owner is offered, and what they say to it. */
@Controller('api/me')
export class ExtraController {
  constructor(
    private readonly queries: ExtraQueries,
    private readonly interests: ExtraInterestService,
  ) {}

  @Get('extras')
  @Permission('customer.act')
  mine(@CurrentActor() { customerId }: Actor): Promise<Page<MyExtra>> {
    return this.queries.of(customerId);
  }

  @Post('extra-views')
  @HttpCode(204)
  @Permission('customer.act')
  seen(@CurrentActor() actor: Actor, @Body() { extraIds }: ExtraViewsDto): Promise<void> {
    return this.interests.seen(actor, extraIds);
  }

  @Post('extras/:id/interest')
  @Permission('customer.act')
  show(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() _agreed: ExtraInterestDto): Promise<ExtraInterestChange> {
    return this.interests.show(actor, id);
  }

  @Post('extras/:id/interest-withdrawal')
  @Permission('customer.act')
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ExtraInterestChange> {
    return this.interests.withdraw(actor, id);
  }
}
