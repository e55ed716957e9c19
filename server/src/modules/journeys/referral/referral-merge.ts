import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { execute, marks, select } from '../../../platform/database/database';
import { JobQueue } from '../../../platform/jobs/job-queue';
import { type CustomerMerge, CustomerMerges, CustomerNumbers, type MergePart } from '../../registers/customer';
import { FraudInspection } from './fraud/fraud-inspection';
import { EXAMINE_REFERRAL } from './referral.jobs';
import { activeKey, lockReferrals, type ReferralRow, referralSubject } from './referral.rows';
import { ReferralBook } from './referral-book';
import { stayingClaim } from './referral-merge.policy';

/** Recommendations by and of two customers who are one: nobody brings the same friend twice, and nobody brings themselves unseen. */
@Injectable()
export class ReferralMerge implements MergePart {
  readonly name = 'referral';
  readonly columns = {
    'referrals.referrer_id': { counted: '{n} 条推荐', ofProject: true as const },
    'referrals.friend_id': { counted: '{n} 次被推荐', ofProject: true as const },
    'verdicts.customer_id': { ofProject: true as const },
    'appeals.customer_id': { ofProject: true as const },
    'appeals.by_customer_id': { ofProject: true as const },
  };
  readonly follows = { leads: ['referrals.lead_id', 'appeals.lead_id'] };
  /** The number of whoever goes, read while it still stands under the old id. */
  private readonly goingNumbers = new WeakMap<CustomerMerge, string[]>();

  constructor(
    merges: CustomerMerges,
    private readonly numbers: CustomerNumbers,
    private readonly book: ReferralBook,
    private readonly inspection: FraudInspection,
    private readonly jobs: JobQueue,
  ) {
    merges.add(this);
  }

  /** A key keeps one person from registering one number twice: where both have, the claim that stays has it. */
  async settle(tx: EntityManager, merge: CustomerMerge): Promise<void> {
    const { from, into } = merge;
    this.goingNumbers.set(merge, await this.numbers.indicesOf(from, tx));
    for (const row of await lockReferrals(tx, 'r.referrer_id = ? AND r.active_key IS NOT NULL', [from])) {
      const key = activeKey(row.project_id, into, row.phone_index);
      const [twin] = await lockReferrals(tx, 'r.active_key = ?', [key]);
      const stays = twin ? stayingClaim([claimOf(row), claimOf(twin)]).stays.id : row.id;
      if (twin) await execute(tx, 'UPDATE referrals SET active_key = NULL WHERE id IN (?, ?)', [row.id, twin.id]);
      await execute(tx, 'UPDATE referrals SET active_key = ? WHERE id = ?', [key, stays]);
    }
    await this.dealOnce(tx, merge);
  }

  /** One deal of a friend is held by its key. Two that were signed already both stand, and a person has to look. */
  private async dealOnce(tx: EntityManager, { from, into, say }: CustomerMerge): Promise<void> {
    for (const row of await lockReferrals(tx, 'r.friend_id = ? AND r.deal_key IS NOT NULL', [from])) {
      const key = `${row.project_id}:${into}`;
      const [own] = await select(tx, 'SELECT id FROM referrals WHERE deal_key = ?', [key]);
      await execute(tx, 'UPDATE referrals SET deal_key = ? WHERE id = ?', [own ? null : key, row.id]);
      if (own) say('两个号码各有一笔由推荐带来的成交，都保留，请人工核对是不是同一笔');
    }
  }

  async finish(tx: EntityManager, merge: CustomerMerge): Promise<void> {
    await this.claimOnce(tx, merge);
    await this.flagSelf(tx, merge);
    for (const { from, into } of merge.joined('leads')) {
      const [own] = await select(tx, 'SELECT id FROM appeals WHERE open_key = ?', [`lead:${into}`]);
      if (!own) await execute(tx, 'UPDATE appeals SET open_key = ? WHERE open_key = ?', [`lead:${into}`, `lead:${from}`]);
    }
  }

  private async claimOnce(tx: EntityManager, merge: CustomerMerge): Promise<void> {
    const { into, at, byId, say } = merge;
    const own = [...(await this.numbers.indicesOf(into, tx)), ...(this.goingNumbers.get(merge) ?? [])];
    const rows = await lockReferrals(
      tx,
      `r.status <> 'ended' AND (r.referrer_id = ? OR r.friend_id = ? OR (r.friend_id IS NULL AND r.phone_index IN ${marks(own.length)}))`,
      [into, into, ...own],
    );
    const friendOf = (row: ReferralRow) => row.friend_id ?? (own.includes(row.phone_index) ? into : row.phone_index);
    const groups = new Map<string, ReferralRow[]>();
    for (const row of rows) {
      const key = [row.project_id, row.referrer_id, friendOf(row)].join(' ');
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      const { ends } = stayingClaim(group.map(claimOf));
      for (const row of group.filter(({ id }) => ends.some((end) => end.id === id)))
        await this.book.move(tx, row, 'end', { at, actorId: byId, why: 'joined' });
      say(
        ends.length === group.length - 1
          ? '同一位推荐人推荐同一位好友的几条推荐合为一条，重复的奖励收回'
          : '同一位推荐人推荐同一位好友的几条推荐都已签约，请人工核对',
      );
    }
  }

  /** Who turns out to have recommended themselves is shown to a person with its evidence; nothing is paid in silence. */
  private async flagSelf(tx: EntityManager, { into, say }: CustomerMerge): Promise<void> {
    const rows = await lockReferrals(tx, 'r.referrer_id = ? AND r.friend_id = ?', [into, into]);
    for (const row of rows) {
      await this.inspection.inspect(tx, row);
      if (row.status === 'ended') continue;
      const payload = { referralId: row.id, occasion: 'agreed' };
      await this.jobs.add(tx, { kind: EXAMINE_REFERRAL, payload, subject: referralSubject(row.id) });
    }
    if (rows.length > 0) say(`${rows.length} 条推荐的推荐人和好友是同一个人，标为自己推荐自己，由经理核实，核实前不发放奖励`);
  }
}

const claimOf = ({ id, status, registered_at: registeredAt }: ReferralRow) => ({ id, status, registeredAt });
