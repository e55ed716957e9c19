import type { MyViewing, MyWait, Page, ViewingReceipt, ViewingSlotList } from '@guihu/shared';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { type Actor, CurrentActor, type RequestWithActor } from '../../../../platform/http/actor';
import { Permission, Public } from '../../../../platform/http/permission.guard';
import { ViewingChangeService } from '../changing/viewing-change.service';
import { MyViewingsQueries } from '../reading/my-viewings.queries';
import { ViewingSlotQueries } from '../slots/viewing-slot.queries';
import { MyWaitsQueries } from '../waits/my-waits.queries';
import { ViewingWaitService } from '../waits/viewing-wait.service';
import { SlotChoiceDto, SlotSpanDto, ViewingBookingDto, ViewingCancellationDto, WaitRequestDto } from './viewing.dto';
import { ViewingBookingService } from './viewing-booking.service';

/** What a visitor does: find a time, book it, move it, call it off, stand in line. */
@Controller('api')
export class ViewingController {
  constructor(
    private readonly slots: ViewingSlotQueries,
    private readonly bookings: ViewingBookingService,
    private readonly changes: ViewingChangeService,
    private readonly waits: ViewingWaitService,
    private readonly mine: MyViewingsQueries,
    private readonly myWaits: MyWaitsQueries,
  ) {}

  @Get('projects/:id/viewing-slots')
  @Public()
  list(@Req() request: RequestWithActor, @Param('id') id: string, @Query() span: SlotSpanDto): Promise<ViewingSlotList> {
    return this.slots.list(request.actor ?? null, id, span);
  }

  @Post('viewings')
  @Permission('customer.act')
  book(@CurrentActor() actor: Actor, @Body() form: ViewingBookingDto): Promise<ViewingReceipt> {
    return this.bookings.book(actor, form);
  }

  @Get('me/viewings')
  @Permission('customer.act')
  myViewings(@CurrentActor() actor: Actor): Promise<Page<MyViewing>> {
    return this.mine.of(actor);
  }

  @Get('viewings/:id')
  @Permission('customer.act')
  detail(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<MyViewing> {
    return this.mine.one(actor, id);
  }

  @Get('viewings/:id/calendar.ics')
  @Permission('customer.act')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="viewing.ics"')
  calendar(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<string> {
    return this.mine.calendarFile(actor, id);
  }

  @Post('viewings/:id/cancellation')
  @HttpCode(200)
  @Permission('customer.act')
  async cancel(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: ViewingCancellationDto): Promise<MyViewing> {
    await this.changes.cancel(actor, id, reason ?? '');
    return this.mine.one(actor, id);
  }

  @Post('viewings/:id/rescheduling')
  @HttpCode(200)
  @Permission('customer.act')
  async reschedule(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() choice: SlotChoiceDto): Promise<MyViewing> {
    await this.changes.reschedule(actor, id, choice);
    return this.mine.one(actor, id);
  }

  @Post('viewing-waits')
  @Permission('customer.act')
  wait(@CurrentActor() actor: Actor, @Body() form: WaitRequestDto): Promise<MyWait> {
    return this.waits.join(actor, form);
  }

  @Get('me/viewing-waits')
  @Permission('customer.act')
  lines(@CurrentActor() actor: Actor): Promise<Page<MyWait>> {
    return this.myWaits.of(actor);
  }

  @Post('viewing-waits/:id/acceptance')
  @Permission('customer.act')
  takeSeat(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ViewingReceipt> {
    return this.waits.take(actor, id);
  }

  @Post('viewing-waits/:id/withdrawal')
  @HttpCode(200)
  @Permission('customer.act')
  leaveLine(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<MyWait> {
    return this.waits.leave(actor, id);
  }
}
