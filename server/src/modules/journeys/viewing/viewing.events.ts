import type { ViewingKind } from '@guihu/shared';
import { defineEvent } from '../../../platform/events/domain-events';

interface Visit {
  viewingId: string;
  projectId: string;
  customerId: string;
  leadId: string | null;
  hostId: string | null;
  /** Epoch ms of what is told. */
  at: number;
}

export const ViewingBooked = defineEvent<Visit & { startsAt: number }>('viewing.booked');

/** The visitor stands in the sales office; counts as a visit for everything that asks for one. */
export const ViewingCheckedIn = defineEvent<Visit & { kind?: ViewingKind }>('viewing.checked-in');

/** The colleague wrote down how it went. */
export const ViewingCompleted = defineEvent<Visit & { nextAt: number | null }>('viewing.completed');

export const ViewingEnded = defineEvent<Visit & { why: 'cancelled' | 'no-show' }>('viewing.ended');
