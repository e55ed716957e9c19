import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller';
import { CalendarDaysService } from './calendar-days.service';

@Module({ controllers: [CalendarController], providers: [CalendarDaysService] })
export class CalendarModule {}
