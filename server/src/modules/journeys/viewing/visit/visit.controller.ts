import type { MyViewing, ViewingPass } from '@guihu/shared';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type Actor, CurrentActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { MyViewingsQueries } from '../reading/my-viewings.queries';
import { CheckInService } from './check-in.service';
import { Passes } from './passes';
import { RatingService } from './rating.service';
import { SiteCheckInDto, ViewingRatingDto } from './visit.dto';

/** What a visitor does at the door and afterwards. */
@Controller('api')
export class VisitController {
  constructor(
    private readonly passes: Passes,
    private readonly checkIns: CheckInService,
    private readonly ratings: RatingService,
    private readonly mine: MyViewingsQueries,
  ) {}

  /** Another one each time it is asked for. */
  @Get('viewings/:id/pass')
  @Permission('customer.act')
  pass(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ViewingPass> {
    return this.passes.give(actor, id);
  }

  @Post('viewing-check-ins')
  @HttpCode(200)
  @Permission('customer.act')
  async checkIn(@CurrentActor() actor: Actor, @Body() { code }: SiteCheckInDto): Promise<MyViewing> {
    return this.mine.one(actor, await this.checkIns.bySite(actor, code));
  }

  @Post('viewings/:id/feedback')
  @HttpCode(200)
  @Permission('customer.act')
  rate(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() rating: ViewingRatingDto): Promise<{ id: string }> {
    return this.ratings.rate(actor, id, rating);
  }
}
