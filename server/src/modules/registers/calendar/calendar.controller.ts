import type { CalendarView } from '@guihu/shared';
import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { CurrentStaff, type StaffActor } from '../../../platform/http/actor';
import { Permission } from '../../../platform/http/permission.guard';
import { CalendarDayDto, CalendarDayParams, CalendarRangeDto } from './calendar.dto';
import { CalendarDaysService } from './calendar-days.service';

@Controller('api/staff/calendars')
export class CalendarController {
  constructor(private readonly days: CalendarDaysService) {}

  @Get(':id')
  @Permission('staff.read')
  view(@Param('id') id: string, @Query() range: CalendarRangeDto): Promise<CalendarView> {
    return this.days.view(id, range.from, range.to);
  }

  @Put(':id/days/:date')
  @Permission('calendar.edit')
  set(@CurrentStaff() actor: StaffActor, @Param() params: CalendarDayParams, @Body() body: CalendarDayDto): Promise<CalendarView> {
    return this.days.set(actor.staffId, params.id, params.date, body);
  }

  @Delete(':id/days/:date')
  @HttpCode(204)
  @Permission('calendar.edit')
  clear(@CurrentStaff() actor: StaffActor, @Param() params: CalendarDayParams): Promise<void> {
    return this.days.clear(actor.staffId, params.id, params.date);
  }
}
