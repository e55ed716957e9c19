export { LeadAccepted, LeadArrivedByCode, LeadFollowedUp, LeadReleased, LeadWon } from './lead.events';
export { LeadModule } from './lead.module';
export { LeadQueries } from './lead.queries';
export { LeadAccess } from './lead-access';
export { type FollowUpRecord, LeadHistory, type TouchRecord } from './lead-history.queries';
export { LeadSourceQueries } from './lead-source.queries';
