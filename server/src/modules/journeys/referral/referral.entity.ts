import type { ReferralEndReason, ReferralStatus } from '@guihu/shared';
import { Entity, ForeignKey, Index } from 'typeorm';
import { Big, Id, Instant, Json, Ref, Text } from '../../../platform/database/columns';

/** One friend recommended by one customer for one project. The friend's name and number are sealed, and stay so until their own yes. */
@Entity('referrals')
@Index(['activeKey'], { unique: true })
@Index(['dealKey'], { unique: true })
@Index(['askHash'], { unique: true })
@Index(['referrerId', 'id'])
@Index(['projectId', 'id'])
@Index(['projectId', 'status', 'id'])
@Index(['status', 'id'])
@Index(['phoneIndex', 'projectId'])
@Index(['friendId', 'projectId'])
@Index(['leadId'])
@Index(['accountId', 'registeredAt'])
export class Referral {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @ForeignKey('customers') @Ref() referrerId: string;
  /** Known from the friend's yes on. */
  @ForeignKey('customers') @Ref({ nullable: true }) friendId: string | null;
  @Text(300) friendSealed: string;
  /** E.164, encrypted. */
  @Text(200) phoneSealed: string;
  /** Blind index of the E.164 number. */
  @Text(64) phoneIndex: string;
  /** Registered by the referrer, or come by the referrer's own code. */
  @Text(12) way: 'registered' | 'code';
  @Text(20, { nullable: true }) relation: string | null;
  @Text(200, { nullable: true }) note: string | null;
  @Text(12) status: ReferralStatus;
  /** SHA-256, hexadecimal; the code itself is known to those who hold the link. */
  @Text(64, { nullable: true }) askHash: string | null;
  @Instant({ nullable: true }) askUntil: number | null;
  /** The WeChat user who registered the friend, and the one who answered. */
  @ForeignKey('accounts') @Ref({ nullable: true }) accountId: string | null;
  @ForeignKey('accounts') @Ref({ nullable: true }) friendAccountId: string | null;
  @ForeignKey('leads') @Ref({ nullable: true }) leadId: string | null;
  /** `project:referrer:phone index` while this friend may not be registered again by the same person. */
  @Text(140, { nullable: true }) activeKey: string | null;
  /** `project:friend` while this referral holds the friend's deal: a friend has one, on one referral. */
  @Text(80, { nullable: true }) dealKey: string | null;
  @Instant() registeredAt: number;
  @Instant({ nullable: true }) agreedAt: number | null;
  /** The last millisecond in which a first visit counts; empty for ever. */
  @Instant({ nullable: true }) protectedUntil: number | null;
  @Instant({ nullable: true }) visitedAt: number | null;
  @Instant({ nullable: true }) subscribedAt: number | null;
  @Instant({ nullable: true }) signedAt: number | null;
  @Instant({ nullable: true }) settledAt: number | null;
  @Instant({ nullable: true }) endedAt: number | null;
  @Text(16, { nullable: true }) endReason: ReferralEndReason | null;
  /** Fen. */
  @Big({ nullable: true }) dealAmount: number | null;
  /** How this claim stands in the latest verdict. */
  @Text(8, { nullable: true }) standing: 'won' | 'lost' | 'void' | null;
  @Text(200, { nullable: true }) standingWhy: string | null;
  @Instant() updatedAt: number;
}

/** What happened to a referral, in order; append-only. */
@Entity('referral_events')
@Index(['referralId', 'at'])
export class ReferralEvent {
  @Id() id: string;
  @ForeignKey('referrals') @Ref() referralId: string;
  @Instant() at: number;
  @Text(24) type: string;
  @ForeignKey('staff') @Ref({ nullable: true }) actorId: string | null;
  @Json({ nullable: true }) data: Record<string, unknown> | null;
}
