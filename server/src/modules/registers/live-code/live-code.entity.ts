import type { LiveCodeKind } from '@guihu/shared';
import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Int, Ref, Text } from '../../../platform/database/columns';

/** One printed or shared code, and what it stands for (A4). */
@Entity('live_codes')
@Index(['code'], { unique: true })
@Index(['referralKey'], { unique: true })
@Index(['projectId', 'kind', 'id'])
export class LiveCode {
  @Id() id: string;
  @Text(10) code: string;
  @Text(10) kind: LiveCodeKind;
  @ForeignKey('projects') @Ref() projectId: string;
  /** None for the code at the door. */
  @Text(60, { nullable: true }) channelCode: string | null;
  /** Whose code it is, for an agent's. */
  @ForeignKey('staff') @Ref({ nullable: true }) staffId: string | null;
  /** Who recommends, for a referral's. */
  @ForeignKey('customers') @Ref({ nullable: true }) customerId: string | null;
  /** `project:customer` of a referral's: one person has one code for one project. */
  @Text(80, { nullable: true }) referralKey: string | null;
  @Text(40) label: string;
  @ForeignKey('staff') @Ref({ nullable: true }) createdById: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) expiresAt: number | null;
  @Instant({ nullable: true }) retiredAt: number | null;
  /** Of the kept picture; empty until somebody first asks for it. */
  @Text(30, { nullable: true }) pictureMime: string | null;
  /** Counted in the transaction that makes them true. */
  @Int({ default: 0 }) scans: number;
  @Int({ default: 0 }) visitors: number;
  @Int({ default: 0 }) leads: number;
}

/** One scan of one code; whose, where somebody was signed in. */
@Entity('live_code_scans')
@Index(['codeId', 'accountId', 'at'])
@Index(['codeId', 'at'])
export class LiveCodeScan {
  @Id() id: string;
  @ForeignKey('live_codes') @Ref() codeId: string;
  @ForeignKey('accounts') @Ref({ nullable: true }) accountId: string | null;
  @Instant() at: number;
}
