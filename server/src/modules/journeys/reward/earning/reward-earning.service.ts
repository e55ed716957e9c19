import { needsRealName, REFERRAL_END_REASONS, type RewardRule, type RewardRules } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import type { JobOutcome } from '../../../../platform/jobs/job-registry';
import { Log } from '../../../../platform/logging/log';
import { RealNames } from '../../../registers/customer';
import { FraudFlagQueries } from '../../referral';
import { LedgerBook } from '../ledger/ledger-book';
import { findReward, type RewardRow, rewardsOfPerson, rewardsOfReferral } from '../reward.rows';
import { RewardBook } from '../reward-book';
import { RewardMessages } from '../reward-messages';
import { takesBack, waitsForPayment } from '../rules/reward.policy';
import { RewardRuleSets } from '../rules/reward-rules';
import { type ReferralFile, ReferralFiles, type ReferralMove } from './referral-files';
import { ReferralStandingQueries } from './referral-standing.queries';
import { RewardGrants } from './reward-grants';

const NOBODY = null;

/** What a referral's steps earn, hold, free and take back (K1, K3, K4). An event may come twice, or after a later one. */
@Injectable()
export class RewardEarningService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly rules: RewardRuleSets,
    private readonly ledger: LedgerBook,
    private readonly files: ReferralFiles,
    private readonly grants: RewardGrants,
    private readonly flags: FraudFlagQueries,
    private readonly standings: ReferralStandingQueries,
    private readonly book: RewardBook,
    private readonly messages: RewardMessages,
    private readonly realNames: RealNames,
  ) {}

  moved(move: ReferralMove): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      await this.ledger.lock(tx, [move.referrerId, move.friendId]);
      const file = await this.files.record(tx, move, (await this.rules.current(move.projectId, tx)).version);
      if (!file) return 'skipped';
      const rules = await this.rules.version(move.projectId, file.rulesVersion, tx);
      if (move.to === 'ended') return this.takeBack(tx, file, rules);
      const made = await this.grant(tx, move, file, rules);
      const freed = file.settledAt === null ? 0 : await this.releaseAll(tx, file);
      return made + freed > 0 ? 'done' : 'skipped';
    });
  }

  /** The holding time is over: at this instant, not before. */
  release(rewardId: string): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      const seen = await findReward(tx, rewardId);
      if (!seen) return 'skipped';
      await this.ledger.lock(tx, [seen.person_id]);
      const reward = await findReward(tx, rewardId);
      if (reward?.status !== 'held' || reward.held_until === null || reward.held_until > this.clock.now()) return 'skipped';
      await this.free(tx, reward, '等待期已满，转入审核');
      return 'done';
    });
  }

  private async grant(
    tx: EntityManager,
    move: ReferralMove,
    file: ReferralFile,
    { rules, holdDays, version }: RewardRules,
  ): Promise<number> {
    const steps = stepsEarnedBy(move);
    const standing = await this.standings.of(tx, file.referralId);
    let made = 0;
    for (const rule of rules.filter((each) => steps.includes(each.on) && !takesBack(file.endReason, each.on))) {
      const personId = rule.to === 'referrer' ? file.referrerId : file.friendId;
      // What the friend is given hangs on the referral that brought them, and comes with that one.
      if (personId === null || (rule.to === 'friend' && standing === 'lost')) continue;
      const granted = await this.grants.grant(tx, { rule, rules, file, personId, holdDays, version, standing });
      if (!granted.ok) {
        if (granted.why) this.log.warn({ referralId: move.referralId, ruleId: rule.id, why: granted.why }, 'a rule could not be counted');
        continue;
      }
      made += 1;
      await this.start(tx, granted.reward, rule);
    }
    return made;
  }

  private async start(tx: EntityManager, reward: RewardRow, rule: RewardRule): Promise<void> {
    if (!waitsForPayment(rule.on)) await this.free(tx, reward, '无需等待回款');
    else await this.messages.tellPerson(tx, reward, '好友回款后进入审核');
  }

  private async releaseAll(tx: EntityManager, file: ReferralFile): Promise<number> {
    const held = (await rewardsOfReferral(tx, file.referralId)).filter(({ status }) => status === 'held');
    for (const reward of held) await this.free(tx, reward, '好友已回款，转入审核');
    return held.length;
  }

  /**
   * Money and waivers wait for a manager. Points are given by the rule itself: they cost nothing until somebody redeems them; but of a
   * referral that looks odd, or that the verdict has not given the friend to, a person decides.
   */
  private async free(tx: EntityManager, reward: RewardRow, text: string): Promise<void> {
    const due = await this.book.release(tx, reward, { staffId: NOBODY, text });
    if (due.form !== 'points' || (await this.isDoubtful(tx, due.referral_id))) {
      const waits = needsRealName(due.form) && !(await this.realNames.isStated(due.person_id, tx));
      await this.messages.tellPerson(tx, due, waits ? '完成实名后可领取' : '审核通过后发放');
      // Nobody can decide about it before; the statement itself tells the desk.
      if (!waits) await this.messages.tellDesk(tx, due);
      return;
    }
    await this.credit(tx, await this.book.approve(tx, due, { staffId: NOBODY, text: '积分按规则自动通过' }));
  }

  /** The verdict gave the friend to this referral: points that waited for nothing else are there. */
  judged({ referralId, referrerId, friendId }: { referralId: string; referrerId: string; friendId: string | null }): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      // Before anything is read: a reward that is being made at this moment is then seen here, or sees the verdict.
      await this.ledger.lock(tx, [referrerId, friendId]);
      if (await this.isDoubtful(tx, referralId)) return 'skipped';
      const waiting = (await rewardsOfReferral(tx, referralId)).filter(({ form, status }) => form === 'points' && status === 'due');
      for (const reward of waiting)
        await this.credit(tx, await this.book.approve(tx, reward, { staffId: NOBODY, text: '归属已判定，积分按规则自动通过' }));
      return waiting.length > 0 ? 'done' : 'skipped';
    });
  }

  /** The person has said who they are: what waited for that alone is told to whoever goes on with it. */
  realNameStated(personId: string): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      const waiting = (await rewardsOfPerson(tx, personId)).filter(({ form, status }) => needsRealName(form) && status !== 'held');
      for (const reward of waiting) await this.messages.tellDesk(tx, reward);
      return waiting.length > 0 ? 'done' : 'skipped';
    });
  }

  private async isDoubtful(tx: EntityManager, referralId: string): Promise<boolean> {
    return (await this.standings.of(tx, referralId)) !== 'won' || (await this.flags.isSuspect(tx, referralId));
  }

  /** Points that were approved, by whomever: nobody has to carry them anywhere. */
  async credit(tx: EntityManager, approved: RewardRow): Promise<RewardRow> {
    const paid = await this.book.pay(tx, approved, { staffId: NOBODY, text: `积分到账：${approved.rule_name}` });
    await this.messages.tellPerson(tx, paid, paid.kept > 0 ? `已抵扣此前待追回的 ${paid.kept} 分` : '可在积分商城兑换礼品');
    return paid;
  }

  private async takeBack(tx: EntityManager, file: ReferralFile, { rules }: RewardRules): Promise<JobOutcome> {
    // Told late: it has gone on since.
    if (file.endedAt === null) return 'skipped';
    const ruled = new Map(rules.map((rule) => [rule.id, rule.on]));
    const recommended = await this.standings.anotherWon(tx, file);
    const open = (await rewardsOfReferral(tx, file.referralId)).filter(({ status, party, rule_id: id }) => {
      const on = ruled.get(id) ?? 'signed';
      // The friend did come, and whoever they are given to brings them no second welcome.
      const isTheirs = party === 'friend' && on !== 'signed' && recommended;
      return ['held', 'due', 'approved', 'paid'].includes(status) && !isTheirs && takesBack(file.endReason, on);
    });
    const why = file.endReason ? REFERRAL_END_REASONS[file.endReason] : '推荐已结束';
    for (const reward of open) {
      const moved = await this.book.takeBack(tx, reward, { staffId: NOBODY, text: `${why}，奖励收回` });
      await this.messages.tellPerson(tx, moved, moved.status === 'reversed' ? why : `${why}，将从后续奖励抵扣`);
    }
    return open.length > 0 ? 'done' : 'skipped';
  }
}

/**
 * Rules of the step; with the payment those of the signing once more, as the price may have been missing then. Who comes back after
 * an appeal has walked the earlier steps already; who goes on from the yes has not come yet.
 */
function stepsEarnedBy({ from, to }: ReferralMove): RewardRule['on'][] {
  if (from === 'ended') return to === 'agreed' ? ['agreed'] : ['agreed', 'visited'];
  if (to === 'settled') return ['signed'];
  return to === 'agreed' || to === 'visited' || to === 'signed' ? [to] : [];
}
