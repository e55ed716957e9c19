import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Flag, Id, Instant, Ref, Text } from '../../../platform/database/columns';

/** One WeChat user of our mini-program. Who they are to us (customer, colleague) is found by their phone. */
@Entity('accounts')
@Index(['mpOpenid'], { unique: true })
@Index(['oaOpenid'], { unique: true })
@Index(['unionid'])
@Index(['customerId'])
@Index(['staffId'])
export class Account {
  @Id() id: string;
  @Text(64) mpOpenid: string;
  @Text(64, { nullable: true }) unionid: string | null;
  /** The same person at the official account, joined by unionid. */
  @Text(64, { nullable: true }) oaOpenid: string | null;
  @Flag({ default: false }) followsOfficialAccount: boolean;
  @ForeignKey('customers') @Ref({ nullable: true }) customerId: string | null;
  /** Whether WeChat vouched for the phone; a typed number opens nobody else's records. */
  @Flag({ default: false }) phoneVerified: boolean;
  /** Blind index of the number that WeChat vouched for, where it is another number of the customer than their own. */
  @Text(64, { nullable: true }) vouchedIndex: string | null;
  @ForeignKey('staff') @Ref({ nullable: true }) staffId: string | null;
  @Instant() createdAt: number;
  @Instant() lastSeenAt: number;
}

/** Machine time throughout: a session belongs to the device, not to the product's promises. */
@Entity('sessions')
@Index(['accountId'])
@Index(['expiresAt'])
export class Session {
  @Id() id: string;
  @ForeignKey('accounts') @Ref() accountId: string;
  @Instant() createdAt: number;
  @Instant() expiresAt: number;
  @Instant({ nullable: true }) revokedAt: number | null;
}

/** Followers of the official account, known before or after they open the mini-program. */
@Entity('followers')
@Index(['unionid'])
export class Follower {
  /** The official account's openid. */
  @PrimaryColumn({ type: 'varchar', length: 64 }) id: string;
  @Text(64, { nullable: true }) unionid: string | null;
  @Flag() following: boolean;
  @Instant() updatedAt: number;
}
