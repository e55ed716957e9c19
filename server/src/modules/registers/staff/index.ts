export { ColleagueQueries } from './colleague.queries';
export { ColleagueLoads } from './colleague-loads';
export { StaffModule } from './staff.module';
export { type SellingColleague, type StaffBrief, type StaffMember, StaffQueries } from './staff.queries';
export { WorkSchedules } from './work-schedules';
