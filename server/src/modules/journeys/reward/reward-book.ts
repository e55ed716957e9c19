import { REWARD_TRANSITIONS, type RewardStatus, type RewardVerb } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { execute, insertRows, marks } from '../../../platform/database/database';
import { coded } from '../../../platform/http/coded-error';
import { clawedBack, type Line, paid, released, type TransferKind, takenBack, unitOf, type Worth } from './ledger/ledger.policy';
import { LedgerBook } from './ledger/ledger-book';
import { expiryOf } from './points/point-lots.policy';
import { PointPurse, sumTaken } from './points/point-purse';
import type { RewardRow } from './reward.rows';
import { RewardRuleSets } from './rules/reward-rules';

export interface Step {
  /** Null: the rules themselves. */
  staffId: string | null;
  text: string;
  changes?: Partial<Pick<RewardRow, 'approved_by_id' | 'approved_at' | 'paid_by_id' | 'payout_reference' | 'paid_on' | 'unit_id'>>;
}

/** The one place where a reward changes its state: with its event and its transfer, or not at all. The person's lock is held. */
@Injectable()
export class RewardBook {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: LedgerBook,
    private readonly purse: PointPurse,
    private readonly rules: RewardRuleSets,
  ) {}

  async release(tx: EntityManager, reward: RewardRow, step: Step): Promise<RewardRow> {
    const moved = await this.move(tx, reward, 'release', step);
    await this.post(tx, moved, 'release', released(worthOf(moved)), step.text);
    return moved;
  }

  approve(tx: EntityManager, reward: RewardRow, step: Step): Promise<RewardRow> {
    return this.move(tx, reward, 'approve', step);
  }

  async refuse(tx: EntityManager, reward: RewardRow, step: Step): Promise<RewardRow> {
    const moved = await this.move(tx, reward, 'refuse', step);
    await this.post(tx, moved, 'refuse', takenBack(worthOf(moved), 'payable'), step.text);
    return moved;
  }

  /** A debt from before is kept; points are put into the purse. */
  async pay(tx: EntityManager, reward: RewardRow, step: Step): Promise<RewardRow> {
    const debt = await this.ledger.debtOf(tx, reward.person_id, unitOf(reward.form));
    const kept = Math.min(reward.amount, Math.max(0, debt));
    const moved = await this.move(tx, reward, 'pay', step, kept);
    await this.post(tx, moved, 'pay', paid(worthOf(moved), debt), step.text);
    if (moved.form === 'points') {
      const { pointMonths } = await this.rules.version(moved.project_id, moved.rules_version, tx);
      await this.purse.put(tx, moved.person_id, moved.amount - kept, expiryOf(this.clock.now(), pointMonths));
    }
    return moved;
  }

  /** The deal is off, or the friend was somebody else's: before the payout the promise goes, after it what was given. */
  async takeBack(tx: EntityManager, reward: RewardRow, step: Step): Promise<RewardRow> {
    if (reward.status !== 'paid') {
      const from = reward.status === 'held' ? 'held' : 'payable';
      const moved = await this.move(tx, reward, 'reverse', step);
      await this.post(tx, moved, 'reverse', takenBack(worthOf(moved), from), step.text);
      return moved;
    }
    const moved = await this.move(tx, reward, 'clawBack', step);
    const points = moved.form === 'points' ? sumTaken(await this.purse.take(tx, moved.person_id, moved.amount)) : 0;
    await this.post(tx, moved, 'claw-back', clawedBack(worthOf(moved), points), step.text);
    return moved;
  }

  async note(tx: EntityManager, rewardId: string, seq: number, type: string, { staffId, text }: Step): Promise<void> {
    await insertRows(tx, 'reward_events', [
      { reward_id: rewardId, seq, at: this.clock.now(), type, actor_id: staffId, text: text.slice(0, 300) },
    ]);
  }

  /** @throws Error when the step stands in the ledger already although the reward had not made it: the two have drifted */
  async post(tx: EntityManager, reward: RewardRow, kind: TransferKind, lines: readonly Line[], text: string): Promise<void> {
    const posted = await this.ledger.post(tx, { key: `reward:${reward.id}:${kind}`, kind, lines, text, rewardId: reward.id });
    if (!posted) throw new Error(`the ledger has the ${kind} of reward ${reward.id} already`);
  }

  /** @throws CodedError `reward.state-conflict` when somebody else was first */
  private async move(tx: EntityManager, reward: RewardRow, verb: RewardVerb, step: Step, kept = reward.kept): Promise<RewardRow> {
    const { from, to } = REWARD_TRANSITIONS.verbs[verb];
    const updated_at = this.clock.now();
    const changes: Partial<RewardRow> = {
      ...step.changes,
      ...(OVER.includes(to) ? { once_key: null } : {}),
      kept,
      status: to as RewardStatus,
      updated_at,
      last_seq: reward.last_seq + 1,
    };
    const won = await execute(
      tx,
      `UPDATE rewards SET ${Object.keys(changes)
        .map((column) => `${column} = ?`)
        .join(', ')} WHERE id = ? AND last_seq = ? AND status IN ${marks(from.length)}`,
      [...Object.values(changes), reward.id, reward.last_seq, ...from],
    );
    if (won === 0) throw coded('reward.state-conflict');
    await this.note(tx, reward.id, reward.last_seq + 1, verb, step);
    return { ...reward, ...changes };
  }
}

/** What was not given, or was taken back, may be earned by another referral of the friend. */
const OVER: readonly RewardStatus[] = ['refused', 'reversed', 'clawed-back'];

export const worthOf = ({ person_id: personId, form, amount }: RewardRow): Worth => ({ personId, form, amount });
