import type { FraudSign } from '@guihu/shared';
import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Json, Ref, Text } from '../../../../platform/database/columns';

/** Something about a referral that a person should look at. */
@Entity('fraud_flags')
@Index(['flagKey'], { unique: true })
@Index(['referralId'])
@Index(['projectId', 'status', 'id'])
export class FraudFlag {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @ForeignKey('referrals') @Ref() referralId: string;
  @Text(20) sign: FraudSign;
  @Json() evidence: string[];
  @Instant() at: number;
  @Text(10) status: 'open' | 'cleared' | 'confirmed';
  @Text(300, { nullable: true }) note: string | null;
  @ForeignKey('staff') @Ref({ nullable: true }) lookedById: string | null;
  @Instant({ nullable: true }) lookedAt: number | null;
  /** `referral:sign`: the same sign is raised once for a referral. */
  @Text(60) flagKey: string;
}

/** Relatives of colleagues, as they declare them. */
@Entity('declared_relatives')
@Index(['activeKey'], { unique: true })
@Index(['phoneIndex'])
@Index(['staffId', 'id'])
export class DeclaredRelativeRecord {
  @Id() id: string;
  @ForeignKey('staff') @Ref() staffId: string;
  @Text(40) name: string;
  /** E.164, encrypted. */
  @Text(200) phoneSealed: string;
  /** Blind index of the E.164 number. */
  @Text(64) phoneIndex: string;
  @Text(20) relation: string;
  @Instant() declaredAt: number;
  @Instant({ nullable: true }) removedAt: number | null;
  /** `staff:phone index` while it stands. */
  @Text(101, { nullable: true }) activeKey: string | null;
}
