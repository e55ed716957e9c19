import { Global, Module } from '@nestjs/common';
import { Calendars } from './calendars';

@Global()
@Module({ providers: [Calendars], exports: [Calendars] })
export class CalendarsModule {}
