import { Module } from '@nestjs/common';
import { CalendarsModule } from '../../../platform/calendar/calendars.module';
import { ColleagueQueries } from './colleague.queries';
import { DutyService } from './duty.service';
import { LeaveService } from './leave.service';
import { RotaController } from './rota.controller';
import { RotaQueries } from './rota.queries';
import { RotaService } from './rota.service';
import { StaffController } from './staff.controller';
import { StaffQueries } from './staff.queries';
import { WorkSchedules } from './work-schedules';

@Module({
  imports: [CalendarsModule],
  controllers: [StaffController, RotaController],
  providers: [StaffQueries, WorkSchedules, RotaQueries, ColleagueQueries, DutyService, LeaveService, RotaService],
  exports: [StaffQueries, WorkSchedules, RotaQueries, ColleagueQueries],
})
export class StaffModule {}
