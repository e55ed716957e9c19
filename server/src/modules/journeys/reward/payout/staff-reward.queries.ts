import {
  allowedVerbs,
  needsRealName,
  type Page,
  REWARD_TRANSITIONS,
  type RewardStatus,
  type RewardVerb,
  type StaffReward,
  type StaffRewardDetail,
} from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { CustomerRegister, RealNames } from '../../../registers/customer';
import { HomeRegister } from '../../../registers/home';
import { ProjectQueries } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import { ACCOUNTS, type Account, type Unit, unitOf } from '../ledger/ledger.policy';
import { LedgerBook } from '../ledger/ledger-book';
import { findReward, REWARD_COLUMNS, type RewardRow, rewardOf } from '../reward.rows';
import { RewardAccess } from './reward-access';

interface Filter {
  status?: RewardStatus;
  projectId?: string;
  cursor?: string;
  limit: number;
}

/** Rewards as colleagues see them, newest first. */
@Injectable()
export class StaffRewardQueries {
  constructor(
    private readonly database: Database,
    private readonly access: RewardAccess,
    private readonly customers: CustomerRegister,
    private readonly homes: HomeRegister,
    private readonly projects: ProjectQueries,
    private readonly staff: StaffQueries,
    private readonly ledger: LedgerBook,
    private readonly realNames: RealNames,
  ) {}

  async list(actor: StaffActor, { status, projectId, cursor, limit }: Filter): Promise<Page<StaffReward>> {
    const projects = await this.access.projectsOf(actor, projectId);
    const { rows, nextCursor } = await this.access.newest(projects, { cursor, limit }, (project, before, most) =>
      this.database.rows<RewardRow>(
        `SELECT ${REWARD_COLUMNS} FROM rewards r WHERE r.project_id = ?${status ? ' AND r.status = ?' : ''}${before ? ' AND r.id < ?' : ''}
         ORDER BY r.id DESC LIMIT ?`,
        [project, ...(status ? [status] : []), ...(before ? [before] : []), most],
      ),
    );
    return { items: await this.views(actor, rows.map(rewardOf)), nextCursor };
  }

  /** @throws CodedError `reward.not-found`, for one of another project too */
  async detail(actor: StaffActor, id: string): Promise<StaffRewardDetail> {
    const reward = await findReward(this.database.manager, id);
    if (!reward || !this.access.covers(actor, reward.project_id)) throw coded('reward.not-found');
    const [[view], timeline, entries, debts] = await Promise.all([
      this.views(actor, [reward]),
      this.timeline(id),
      this.entries(id),
      this.ledger.debtsOf([reward.person_id]),
    ]);
    return {
      ...(view as StaffReward),
      rulesVersion: reward.rules_version,
      debt: Math.max(0, debts.get(reward.person_id)?.[unitOf(reward.form)] ?? 0),
      payout: await this.payoutOf(reward),
      timeline,
      entries,
    };
  }

  private async views(actor: StaffActor, rewards: readonly RewardRow[]): Promise<StaffReward[]> {
    const [people, names, places, realNames] = await Promise.all([
      this.customers.briefs(rewards.map((r) => r.person_id)),
      this.projects.names(rewards.map((r) => r.project_id)),
      this.homes.places(rewards.flatMap((r) => (r.unit_id ? [r.unit_id] : []))),
      this.realNames.masked(rewards.filter(({ form }) => needsRealName(form)).map((r) => r.person_id)),
    ]);
    return rewards.map((reward) => ({
      id: reward.id,
      referralId: reward.referral_id,
      projectName: names.get(reward.project_id) ?? '',
      person: { name: people.get(reward.person_id)?.name ?? '客户', phoneMasked: people.get(reward.person_id)?.phoneMasked ?? '' },
      party: reward.party,
      form: reward.form,
      amount: reward.amount,
      status: reward.status,
      heldUntil: reward.held_until === null ? null : new Date(reward.held_until).toISOString(),
      ruleName: reward.rule_name,
      why: reward.why,
      home: reward.unit_id === null ? null : (places.get(reward.unit_id)?.label ?? null),
      realName: realNameOf(reward, realNames),
      createdAt: new Date(reward.created_at).toISOString(),
      allowed: allowedOf(actor, reward, realNameOf(reward, realNames)),
    }));
  }

  private async timeline(id: string): Promise<StaffRewardDetail['timeline']> {
    const rows = await this.database.rows<{ at: number | string; type: string; actor_id: string | null; text: string }>(
      'SELECT at, type, actor_id, text FROM reward_events WHERE reward_id = ? ORDER BY seq',
      [id],
    );
    const names = await this.staff.byIds(rows.flatMap((row) => (row.actor_id ? [row.actor_id] : [])));
    return rows.map((row) => ({
      at: new Date(Number(row.at)).toISOString(),
      type: row.type,
      text: row.text,
      by: row.actor_id ? (names.get(row.actor_id)?.name ?? '同事') : null,
    }));
  }

  private async entries(id: string): Promise<StaffRewardDetail['entries']> {
    const rows = await this.database.rows<{ at: number | string; account: Account; amount: number | string; unit: Unit; text: string }>(
      `SELECT t.at, e.account, e.amount, e.unit, t.text FROM ledger_transfers t JOIN ledger_entries e ON e.transfer_id = t.id
       WHERE t.reward_id = ? ORDER BY t.id, e.line`,
      [id],
    );
    return rows.map(({ at, account, amount, unit, text }) => ({
      at: new Date(Number(at)).toISOString(),
      account,
      accountLabel: ACCOUNTS[account].label,
      amount: Number(amount),
      unit,
      text,
    }));
  }

  private async payoutOf(reward: RewardRow): Promise<StaffRewardDetail['payout']> {
    const { payout_reference: reference, paid_on: paidOn, paid_by_id: paidBy, amount, kept } = reward;
    if (reference === null || paidOn === null || paidBy === null) return null;
    const by = (await this.staff.byIds([paidBy])).get(paidBy)?.name ?? '同事';
    return { reference, paidOn, by, amount: amount - kept, kept };
  }
}

/** What this colleague may do now; taking back follows from the deal, by nobody's hand. */
function allowedOf({ permissions, staffId, customerId }: StaffActor, reward: RewardRow, { state }: StaffReward['realName']): RewardVerb[] {
  if (reward.person_id === customerId) return [];
  return allowedVerbs(REWARD_TRANSITIONS, reward.status).filter((verb) => {
    if (state === 'missing' && (verb === 'approve' || verb === 'pay')) return false;
    if (verb === 'approve' || verb === 'refuse') return permissions.includes('reward.approve');
    return verb === 'pay' && permissions.includes('reward.pay') && reward.approved_by_id !== staffId;
  });
}

function realNameOf({ form, person_id }: RewardRow, masked: ReadonlyMap<string, string>): StaffReward['realName'] {
  if (!needsRealName(form)) return { state: 'not-needed', nameMasked: null };
  const nameMasked = masked.get(person_id) ?? null;
  return { state: nameMasked === null ? 'missing' : 'stated', nameMasked };
}
