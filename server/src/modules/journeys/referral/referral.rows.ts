import type { ReferralEndReason, ReferralStatus } from '@guihu/shared';
import type { EntityManager } from 'typeorm';
import { newId } from '../../../platform/database/columns';
import { insertRows, select } from '../../../platform/database/database';

/** A referral as its own table has it; what hand-written statements read. */
export interface ReferralRow {
  id: string;
  project_id: string;
  referrer_id: string;
  friend_id: string | null;
  friend_sealed: string;
  phone_sealed: string;
  phone_index: string;
  way: 'registered' | 'code';
  relation: string | null;
  note: string | null;
  status: ReferralStatus;
  ask_until: number | null;
  account_id: string | null;
  friend_account_id: string | null;
  lead_id: string | null;
  registered_at: number;
  agreed_at: number | null;
  protected_until: number | null;
  visited_at: number | null;
  subscribed_at: number | null;
  signed_at: number | null;
  settled_at: number | null;
  ended_at: number | null;
  end_reason: ReferralEndReason | null;
  deal_amount: number | null;
  standing: 'won' | 'lost' | 'void' | null;
  standing_why: string | null;
}

export type ReferralEventType =
  | 'registered'
  | 'agreed'
  | 'visited'
  | 'subscribed'
  | 'signed'
  | 'settled'
  | 'ended'
  | 'reinstated'
  | 'judged'
  | 'flagged'
  | 'flag-judged'
  | 'appealed'
  | 'appeal-judged';

/** Of the one referral by which a person holds a friend in a project. */
export const activeKey = (projectId: string, referrerId: string, phoneIndex: string): string => `${projectId}:${referrerId}:${phoneIndex}`;

export const referralSubject = (id: string): string => `referral:${id}`;

const PAGES = 'subpackages/referral/pages';
/** The page a message opens for the referrer. */
export const referrerPage = (id: string): string => `${PAGES}/referral/index?id=${id}`;
/** The page on which the friend is asked. */
export const askPage = (code: string): string => `${PAGES}/ask/index?code=${code}`;
/** The page a message opens for a colleague. */
export const staffPage = (id: string): string => `subpackages/growth/pages/referral/index?id=${id}`;
export const verdictPage = (subject: { referralId: string } | { leadId: string }): string =>
  `subpackages/growth/pages/verdict/index?${'referralId' in subject ? `referralId=${subject.referralId}` : `leadId=${subject.leadId}`}`;

const INSTANTS = [
  'ask_until',
  'registered_at',
  'agreed_at',
  'protected_until',
  'visited_at',
  'subscribed_at',
  'signed_at',
  'settled_at',
  'ended_at',
  'deal_amount',
] as const;

/** Drivers give large numbers as text. */
export function referralOf(row: Record<string, unknown>): ReferralRow {
  const read = { ...row };
  for (const column of INSTANTS) read[column] = row[column] === null || row[column] === undefined ? null : Number(row[column]);
  return read as unknown as ReferralRow;
}

/** Rows of `referrals r` under a condition. */
export async function referralsWhere(tx: EntityManager, condition: string, values: readonly unknown[]): Promise<ReferralRow[]> {
  return (await select<Record<string, unknown>>(tx, `SELECT r.* FROM referrals r WHERE ${condition}`, values)).map(referralOf);
}

/** Takes rows for the rest of the transaction, in the order of their ids. */
export function lockReferrals(tx: EntityManager, condition: string, values: readonly unknown[]): Promise<ReferralRow[]> {
  const lock = tx.connection.options.type === 'better-sqlite3' ? '' : ' FOR UPDATE';
  return referralsWhere(tx, `${condition} ORDER BY r.id${lock}`, values);
}

export const writeReferralEvent = (
  tx: EntityManager,
  referralId: string,
  at: number,
  type: ReferralEventType,
  actorId: string | null = null,
  data: Record<string, unknown> | null = null,
): Promise<void> => insertRows(tx, 'referral_events', [{ id: newId(), referral_id: referralId, at, type, actor_id: actorId, data }]);
