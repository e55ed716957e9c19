import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { execute, select } from '../../../platform/database/database';
import { type CustomerMerge, CustomerMerges, type MergePart } from '../../registers/customer';
import { offset } from './ledger/ledger.policy';
import { LedgerBook } from './ledger/ledger-book';
import { PointPurse, sumTaken } from './points/point-purse';

/** What two customers who are one were given: their lines of the ledger become one person's, and each transfer balances as before. */
@Injectable()
export class RewardMerge implements MergePart {
  readonly name = 'reward';
  readonly columns = {
    'rewarded_referrals.referrer_id': { ofProject: true as const },
    'rewarded_referrals.friend_id': { ofProject: true as const },
    'rewards.person_id': { counted: '{n} 笔奖励', ofProject: true as const },
    'ledger_people.person_id': {},
    'ledger_entries.person_id': { counted: '{n} 条账目' },
    'point_lots.person_id': {},
    'redemptions.person_id': { counted: '{n} 次积分兑换', ofProject: true as const },
  };

  constructor(
    merges: CustomerMerges,
    private readonly ledger: LedgerBook,
    private readonly purse: PointPurse,
  ) {
    merges.add(this);
  }

  async settle(tx: EntityManager, merge: CustomerMerge): Promise<void> {
    const { from, into } = merge;
    await this.ledger.lock(tx, [from, into]);
    // The survivor's row is the one to lock from now on.
    await execute(tx, 'DELETE FROM ledger_people WHERE person_id = ?', [from]);
    await this.numberRounds(tx, merge);
    await this.keepGivenOnce(tx, merge);
    await this.keepDoneOnce(tx, merge);
  }

  /** Points that one of them has go against what the other one owes, as points that come in always do. */
  async finish(tx: EntityManager, { from, into, say }: CustomerMerge): Promise<void> {
    const debt = await this.ledger.debtOf(tx, into, 'points');
    if (debt <= 0) return;
    const points = sumTaken(await this.purse.take(tx, into, debt));
    if (points === 0) return;
    const text = '客户合并，积分抵扣待追回';
    await this.ledger.post(tx, { key: `merge:${from}`, kind: 'merge', text, lines: offset(into, points) });
    say(`一方的 ${points} 积分抵扣另一方待追回的积分`);
  }

  /** Both may have a reward of one referral by one rule: each stays, counted on. */
  private async numberRounds(tx: EntityManager, { from, into }: CustomerMerge): Promise<void> {
    const rows = await select<{ id: string; last: number | string }>(
      tx,
      `SELECT a.id, (SELECT MAX(b.round) FROM rewards b WHERE b.referral_id = a.referral_id AND b.rule_id = a.rule_id) AS last
       FROM rewards a WHERE a.person_id = ? AND EXISTS
         (SELECT 1 FROM rewards c WHERE c.person_id = ? AND c.referral_id = a.referral_id AND c.rule_id = a.rule_id) ORDER BY a.id`,
      [from, into],
    );
    for (const [place, { id, last }] of rows.entries())
      await execute(tx, 'UPDATE rewards SET round = ? WHERE id = ?', [Number(last) + 1 + place, id]);
  }

  /** What is given once for a friend was given once to the one that they are: a second key is nobody's any more. */
  private async keepGivenOnce(tx: EntityManager, { from, into }: CustomerMerge): Promise<void> {
    const rows = await select<{ id: string; once_key: string }>(
      tx,
      `SELECT id, once_key FROM rewards WHERE once_key IS NOT NULL AND (person_id = ? OR referral_id IN
         (SELECT referral_id FROM rewarded_referrals WHERE referrer_id = ? OR friend_id = ?)) ORDER BY id`,
      [from, from, from],
    );
    for (const { id, once_key } of rows.filter((row) => row.once_key.includes(from))) {
      const key = once_key.replaceAll(from, into);
      const [own] = await select(tx, 'SELECT id FROM rewards WHERE once_key = ?', [key]);
      await execute(tx, 'UPDATE rewards SET once_key = ? WHERE id = ?', [own ? null : key, id]);
    }
  }

  /** A visit or a story that was counted for one of them is counted for both. */
  private async keepDoneOnce(tx: EntityManager, { from, into }: CustomerMerge): Promise<void> {
    const rows = await select<{ id: string; transfer_key: string }>(
      tx,
      `SELECT DISTINCT t.id, t.transfer_key FROM ledger_entries e JOIN ledger_transfers t ON t.id = e.transfer_id
       WHERE e.person_id = ? AND t.kind = 'grant'`,
      [from],
    );
    for (const { id, transfer_key } of rows.filter((row) => row.transfer_key.includes(from))) {
      const key = transfer_key.replaceAll(from, into);
      const [own] = await select(tx, 'SELECT id FROM ledger_transfers WHERE transfer_key = ?', [key]);
      if (!own) await execute(tx, 'UPDATE ledger_transfers SET transfer_key = ? WHERE id = ?', [key, id]);
    }
  }
}
