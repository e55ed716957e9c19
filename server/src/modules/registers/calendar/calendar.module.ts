import { Module } from '@nestjs/common';
import { CalendarsModule } from '../../../platform/calendar/calendars.module';
import { CalendarController } from './calendar.controller';
import { CalendarDaysService } from './calendar-days.service';

@Module({ imports: [CalendarsModule], controllers: [CalendarController], providers: [CalendarDaysService] })
export class CalendarModule {}
