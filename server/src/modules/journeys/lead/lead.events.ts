import { defineEvent } from '../../../platform/events/domain-events';

/** A colleague said yes, or was handed the lead and accepted it. */
export const LeadAccepted = defineEvent<{ leadId: string; staffId: string; at: number }>('lead.accepted');

/** A contact was recorded. `connected` tells whether the customer was really reached. */
export const LeadFollowedUp = defineEvent<{
  leadId: string;
  staffId: string;
  followUpId: string;
  occurredAt: number;
  method: string;
  connected: boolean;
  nextAt: number;
  nextPlan: string;
}>('lead.followed-up');

/** Nobody serves the lead through this colleague any more: what was theirs to do is over. */
export const LeadReleased = defineEvent<{
  leadId: string;
  staffId: string;
  at: number;
  why: 'transferred' | 'closed' | 'pooled' | 'consent-withdrawn';
}>('lead.released');
