import type { AppealStatus } from '@guihu/shared';
import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../../platform/database/columns';

/** Somebody does not accept a verdict; a manager judges again. */
@Entity('appeals')
@Index(['openKey'], { unique: true })
@Index(['referralId', 'id'])
@Index(['leadId', 'id'])
@Index(['customerId', 'projectId', 'id'])
@Index(['projectId', 'status', 'id'])
@Index(['status', 'id'])
export class Appeal {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  /** Of whom the verdict speaks: the friend. */
  @ForeignKey('customers') @Ref() customerId: string;
  /** One of the two: a referrer appeals for a referral, a colleague for a lead. */
  @ForeignKey('referrals') @Ref({ nullable: true }) referralId: string | null;
  @ForeignKey('leads') @Ref({ nullable: true }) leadId: string | null;
  @ForeignKey('verdicts') @Ref() verdictId: string;
  @Text(12) status: AppealStatus;
  @Text(500) reason: string;
  @ForeignKey('accounts') @Ref() accountId: string;
  @ForeignKey('customers') @Ref({ nullable: true }) byCustomerId: string | null;
  @ForeignKey('staff') @Ref({ nullable: true }) byStaffId: string | null;
  @Instant() createdAt: number;
  @Text(500, { nullable: true }) answer: string | null;
  @ForeignKey('staff') @Ref({ nullable: true }) answeredById: string | null;
  @Instant({ nullable: true }) answeredAt: number | null;
  /** `referral:<id>` or `lead:<id>` while it waits: one at a time. */
  @Text(48, { nullable: true }) openKey: string | null;
}
