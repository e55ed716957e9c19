import type { RewardForm, RewardParty, RewardStatus } from '@guihu/shared';
import type { EntityManager } from 'typeorm';
import { select } from '../../../platform/database/database';

export interface RewardRow {
  id: string;
  referral_id: string;
  project_id: string;
  rule_id: string;
  rule_name: string;
  rules_version: number;
  person_id: string;
  round: number;
  party: RewardParty;
  form: RewardForm;
  amount: number;
  status: RewardStatus;
  why: string;
  held_until: number | null;
  unit_id: string | null;
  approved_by_id: string | null;
  approved_at: number | null;
  paid_by_id: string | null;
  payout_reference: string | null;
  paid_on: string | null;
  kept: number;
  /** `project:event:person:friend:form#place` while the reward stands, for a step that is given for once. */
  once_key: string | null;
  last_seq: number;
  created_at: number;
  updated_at: number;
}

export const REWARD_COLUMNS = `r.id, r.referral_id, r.project_id, r.rule_id, r.rule_name, r.rules_version, r.person_id, r.round, r.party, r.form,
  r.amount, r.status, r.why, r.held_until, r.unit_id, r.approved_by_id, r.approved_at, r.paid_by_id, r.payout_reference, r.paid_on,
  r.kept, r.once_key, r.last_seq, r.created_at, r.updated_at`;

const NUMBERS = ['amount', 'held_until', 'approved_at', 'kept', 'created_at', 'updated_at'] as const;

/** Big numbers come as text from one of the databases. */
export function rewardOf(row: RewardRow): RewardRow {
  const read: Record<string, unknown> = { ...row };
  for (const name of NUMBERS) if (read[name] !== null) read[name] = Number(read[name]);
  return read as unknown as RewardRow;
}

export const rewardSubject = (id: string): string => `reward:${id}`;

export async function findReward(tx: EntityManager, id: string): Promise<RewardRow | null> {
  const [row] = await select<RewardRow>(tx, `SELECT ${REWARD_COLUMNS} FROM rewards r WHERE r.id = ?`, [id]);
  return row ? rewardOf(row) : null;
}

export async function rewardsOfReferral(tx: EntityManager, referralId: string): Promise<RewardRow[]> {
  const rows = await select<RewardRow>(tx, `SELECT ${REWARD_COLUMNS} FROM rewards r WHERE r.referral_id = ? ORDER BY r.id`, [referralId]);
  return rows.map(rewardOf);
}

/** Rewards of a person that are still on their way. */
export async function rewardsOfPerson(tx: EntityManager, personId: string): Promise<RewardRow[]> {
  const sql = `SELECT ${REWARD_COLUMNS} FROM rewards r WHERE r.person_id = ? AND r.status IN ('held', 'due', 'approved') ORDER BY r.id`;
  return (await select<RewardRow>(tx, sql, [personId])).map(rewardOf);
}
