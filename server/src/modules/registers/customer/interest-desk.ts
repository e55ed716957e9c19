import type { Gender, LeadIntent, LeadLevel } from '@guihu/shared';
import type { EntityManager } from 'typeorm';
import type { Agreement } from './consents';

/** Somebody's interest in a project, as another journey learns of it: a booked visit, a friend's recommendation. */
export interface Interest {
  project: { id: string; code: string; name: string };
  /** E.164. */
  phone: string;
  name: string;
  gender?: Gender;
  /** A code of the channel dictionary. */
  channelCode: string;
  intent?: LeadIntent;
  /** Why it came, in a few words: `预约看房 V261129-…`. */
  note: string | null;
  accountId: string | null;
  enteredById: string | null;
  consent: Pick<Agreement, 'given' | 'basis'> | null;
  /** As it came with the request. A good one says channel and colleague; every other one changes nothing. */
  liveCode?: string | null;
  /** Whom they asked for; routing asks this colleague first. */
  preferredStaffId?: string | null;
}

/** What a visit adds to the record of the lead it belongs to. Instants are epoch ms. */
export interface VisitMade {
  leadId: string;
  /** Who received the customer. */
  staffId: string;
  occurredAt: number;
  content: string;
  feedback: string;
  nextPlan: string;
  /** Null where nothing was agreed: then the plan of a visit says what comes next. */
  nextAt: number | null;
  level: LeadLevel | null;
}

export interface InterestTaken {
  leadId: string;
  receiptNo: string;
  customerId: string;
  customerIsNew: boolean;
  /** True when there was an open lead already. */
  joined: boolean;
  /** Who serves it; null while it waits for routing. */
  ownerId: string | null;
}

/** How far the open lead of one customer in one project has come. */
export interface InterestStanding {
  leadId: string;
  level: LeadLevel;
  /** Who accepted it and serves the customer; null while nobody did. */
  servedBy: string | null;
  /** Whom the customer asked for, or will meet anyhow; routing asks this colleague first. */
  askedFor: string | null;
}

/**
 * Opens or joins the one lead of a customer in a project, within the caller's transaction. The journey of the lead provides this
 * port from a global module, so that a journey that brings customers need not know how leads are made.
 */
export abstract class InterestDesk {
  /** @throws CodedError `channel.unknown` for a code that was never registered. */
  abstract take(tx: EntityManager, interest: Interest): Promise<InterestTaken>;

  /** Null where nothing is open. */
  abstract standing(tx: EntityManager, projectId: string, customerId: string): Promise<InterestStanding | null>;

  /** The same for several customers, by their ids, in one statement. */
  abstract standings(tx: EntityManager, projectId: string, customerIds: readonly string[]): Promise<Map<string, InterestStanding>>;

  /** Whoever will meet the customer anyhow is offered the lead first; no effect once somebody had it, or was asked for. */
  abstract prefer(tx: EntityManager, leadId: string, staffId: string): Promise<void>;
  /** Records a visit as a contact (D8), so that nobody writes it down twice. */
  abstract visited(tx: EntityManager, visit: VisitMade): Promise<void>;
}
