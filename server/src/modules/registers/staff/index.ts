export { ColleagueQueries } from './colleague.queries';
export { ColleagueLoads } from './colleague-loads';
export { sayPresence } from './duty-text.policy';
export { type Planned, type Presence, presenceOf, stretchesOf } from './rota.policy';
export { RotaQueries } from './rota.queries';
export { StaffModule } from './staff.module';
export { type SellingColleague, type ServingColleague, type StaffBrief, type StaffMember, StaffQueries } from './staff.queries';
export { WorkSchedules } from './work-schedules';
