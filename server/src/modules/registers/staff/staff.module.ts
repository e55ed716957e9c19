import { Module } from '@nestjs/common';
import { CalendarsModule } from '../../../platform/calendar/calendars.module';
import { ColleagueQueries } from './colleague.queries';
import { DutyService } from './duty.service';
import { LeaveService } from './leave.service';
import { StaffController } from './staff.controller';
import { StaffQueries } from './staff.queries';
import { WorkSchedules } from './work-schedules';

@Module({
  imports: [CalendarsModule],
  controllers: [StaffController],
  providers: [StaffQueries, WorkSchedules, ColleagueQueries, DutyService, LeaveService],
  exports: [StaffQueries, WorkSchedules, ColleagueQueries],
})
export class StaffModule {}
