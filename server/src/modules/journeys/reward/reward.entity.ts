import type { ReferralEndReason, ReferralStatus, RewardForm, RewardParty, RewardRule, RewardRules, RewardStatus } from '@guihu/shared';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Big, Id, Instant, Int, Json, Ref, Text } from '../../../platform/database/columns';

/** Published reward rules of a project; a version never changes. */
@Entity('reward_rule_sets')
@Index(['projectId', 'version'], { unique: true })
export class RewardRuleSetRecord {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Int() version: number;
  @Json() rules: RewardRule[];
  @Json() settings: Pick<RewardRules, 'holdDays' | 'pointMonths' | 'visitPoints' | 'tiers'> & Partial<Pick<RewardRules, 'storyPoints'>>;
  @Instant() publishedAt: number;
  @ForeignKey('staff') @Ref({ nullable: true }) publishedById: string | null;
}

/** What rewards remember of a referral, so that events which come late or twice find how far it got. */
@Entity('rewarded_referrals')
@Index(['referrerId', 'signedAt'])
export class RewardedReferral {
  @PrimaryColumn({ type: 'varchar', length: 36 }) referralId: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @ForeignKey('customers') @Ref() referrerId: string;
  @ForeignKey('customers') @Ref({ nullable: true }) friendId: string | null;
  /** What was promised when it began; a later version changes nothing for it. */
  @Int() rulesVersion: number;
  @Instant({ nullable: true }) signedAt: number | null;
  @Instant({ nullable: true }) settledAt: number | null;
  /** Fen. */
  @Big({ nullable: true }) dealAmount: number | null;
  /** Deals of this referrer here that stood when this one was signed. */
  @Int({ default: 0 }) dealsBefore: number;
  @Instant({ nullable: true }) endedAt: number | null;
  @Text(20, { nullable: true }) endReason: ReferralEndReason | null;
  /** Every step that was heard, so that none counts twice. */
  @Json() steps: { from: ReferralStatus; to: ReferralStatus; at: number; why: ReferralEndReason | null }[];
  @Instant() createdAt: number;
}

@Entity('rewards')
@Index(['referralId', 'ruleId', 'personId', 'round'], { unique: true })
@Index(['onceKey'], { unique: true })
@Index(['projectId', 'status', 'id'])
@Index(['projectId', 'id'])
@Index(['personId', 'id'])
export class Reward {
  @Id() id: string;
  @Ref() referralId: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Text(40) ruleId: string;
  @Text(40) ruleName: string;
  @Int() rulesVersion: number;
  @ForeignKey('customers') @Ref() personId: string;
  /** How often the referral was reinstated before: what was taken back by a verdict is earned anew after an appeal. */
  @Int({ default: 0 }) round: number;
  @Text(10) party: RewardParty;
  @Text(12) form: RewardForm;
  /** Fen or points. */
  @Big() amount: number;
  @Text(12) status: RewardStatus;
  @Text(300) why: string;
  /** Null: only until the buyer's payment. */
  @Instant({ nullable: true }) heldUntil: number | null;
  /** Home that a fee waiver goes to. */
  @ForeignKey('units') @Ref({ nullable: true }) unitId: string | null;
  @ForeignKey('staff') @Ref({ nullable: true }) approvedById: string | null;
  @Instant({ nullable: true }) approvedAt: number | null;
  @ForeignKey('staff') @Ref({ nullable: true }) paidById: string | null;
  @Text(60, { nullable: true }) payoutReference: string | null;
  /** Civil day of Beijing. */
  @Text(10, { nullable: true }) paidOn: string | null;
  /** Of the amount, what was kept against a debt. */
  @Big({ default: 0 }) kept: number;
  /** `project:event:person:friend:form#place` while a reward for a yes or a visit stands: a friend registered again earns nothing twice. */
  @Text(160, { nullable: true }) onceKey: string | null;
  @Int({ default: 0 }) lastSeq: number;
  @Instant() createdAt: number;
  @Instant() updatedAt: number;
}

@Entity('reward_events')
export class RewardEventRecord {
  @ForeignKey('rewards') @PrimaryColumn({ type: 'varchar', length: 36 }) rewardId: string;
  @PrimaryColumn({ type: 'int' }) seq: number;
  @Instant() at: number;
  @Text(12) type: string;
  @ForeignKey('staff') @Ref({ nullable: true }) actorId: string | null;
  @Text(300) text: string;
}
