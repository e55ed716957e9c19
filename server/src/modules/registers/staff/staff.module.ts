import { Module } from '@nestjs/common';
import { ColleagueQueries } from './colleague.queries';
import { DutyService } from './duty.service';
import { LeaveService } from './leave.service';
import { StaffController } from './staff.controller';
import { StaffQueries } from './staff.queries';
import { WorkSchedules } from './work-schedules';

@Module({
  controllers: [StaffController],
  providers: [StaffQueries, WorkSchedules, ColleagueQueries, DutyService, LeaveService],
  exports: [StaffQueries, WorkSchedules, ColleagueQueries],
})
export class StaffModule {}
