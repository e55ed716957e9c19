import { defineEvent } from '../../../platform/events/domain-events';

/** A colleague said yes, or was handed the lead and accepted it. */
export const LeadAccepted = defineEvent<{ leadId: string; staffId: string; at: number }>('lead.accepted');

/** Somebody left their details by a live code that was good. Whoever answers for the code (a referrer's claim) looks at it. */
export const LeadArrivedByCode = defineEvent<{
  leadId: string;
  customerId: string;
  projectId: string;
  code: string;
  /** The WeChat user who sent the form. */
  accountId: string | null;
  at: number;
}>('lead.arrived-by-code');

/** A contact was recorded. `connected` tells whether the customer was really reached. */
export const LeadFollowedUp = defineEvent<{
  leadId: string;
  staffId: string;
  followUpId: string;
  occurredAt: number;
  method: string;
  connected: boolean;
  /** Null where nobody promised a time. */
  nextAt: number | null;
  nextPlan: string;
}>('lead.followed-up');

/** The lead was closed as won: from now on what is judged of its customer is judged of a deal. */
export const LeadWon = defineEvent<{ leadId: string; customerId: string; projectId: string; at: number }>('lead.won');

/** Nobody serves the lead through this colleague any more: what was theirs to do is over. */
export const LeadReleased = defineEvent<{
  leadId: string;
  staffId: string;
  at: number;
  why: 'transferred' | 'closed' | 'pooled' | 'consent-withdrawn';
}>('lead.released');
