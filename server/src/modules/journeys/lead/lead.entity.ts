import type { ChannelRoot, ClosureOutcome, LeadLevel, LeadStatus } from '@guihu/shared';
import { Entity, ForeignKey, Index } from 'typeorm';
import { Big, Flag, Id, Instant, Int, Json, Ref, Text } from '../../../platform/database/columns';

/** One customer's interest in one project. */
@Entity('leads')
@Index(['receiptNo'], { unique: true })
@Index(['openKey'], { unique: true })
@Index(['projectId', 'status', 'id'])
@Index(['ownerId', 'status', 'id'])
@Index(['ownerId', 'projectId', 'id'])
@Index(['status', 'id'])
@Index(['customerId'])
@Index(['projectId', 'createdAt'])
@Index(['projectId', 'closedAt'])
export class Lead {
  @Id() id: string;
  @Text(24) receiptNo: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @ForeignKey('customers') @Ref() customerId: string;
  /** `project:customer` while open, empty once closed: at most one open lead per customer and project. */
  @Text(80, { nullable: true }) openKey: string | null;
  @Text(12) status: LeadStatus;
  @Text(12) level: LeadLevel;
  @ForeignKey('staff') @Ref({ nullable: true }) ownerId: string | null;
  /** The offer that waits for an answer. */
  @Ref({ nullable: true }) offerId: string | null;
  @Int({ default: 0 }) offerRound: number;
  @Instant({ nullable: true }) acceptBy: number | null;
  /** First source; never overwritten (A7). */
  @Text(60) channelCode: string;
  @Text(12) channelRoot: ChannelRoot;
  @ForeignKey('staff') @Ref({ nullable: true }) enteredById: string | null;
  /** Whom the customer asked for, by this colleague's own code or otherwise; routing asks them first. No foreign key, as it came later. */
  @Ref({ nullable: true }) preferredStaffId: string | null;
  @Text(20, { nullable: true }) productType: string | null;
  @Int({ nullable: true }) areaMin: number | null;
  @Int({ nullable: true }) areaMax: number | null;
  /** Fen. */
  @Big({ nullable: true }) budgetMin: number | null;
  @Big({ nullable: true }) budgetMax: number | null;
  @Text(20, { nullable: true }) purpose: string | null;
  @Text(500, { nullable: true }) note: string | null;
  @Instant() createdAt: number;
  @Instant() updatedAt: number;
  @Instant({ nullable: true }) acceptedAt: number | null;
  @Instant({ nullable: true }) lastContactAt: number | null;
  @Instant({ nullable: true }) nextFollowUpAt: number | null;
  @Instant({ nullable: true }) closedAt: number | null;
  @Text(10, { nullable: true }) outcome: ClosureOutcome | null;
  @Text(200, { nullable: true }) closureReason: string | null;
}

/** Every time the customer came to us, by whatever channel; the first one is the source. */
@Entity('lead_touches')
@Index(['leadId', 'at'])
@Index(['accountId'])
export class LeadTouch {
  @Id() id: string;
  @ForeignKey('leads') @Ref() leadId: string;
  @Text(60) channelCode: string;
  @Text(12) channelRoot: ChannelRoot;
  @Flag() isFirst: boolean;
  @Instant() at: number;
  @ForeignKey('staff') @Ref({ nullable: true }) byStaffId: string | null;
  /** The WeChat user who sent the form, when one did. */
  @ForeignKey('accounts') @Ref({ nullable: true }) accountId: string | null;
  @Text(200, { nullable: true }) note: string | null;
  /** The code that brought them, when it was good. */
  @Ref({ nullable: true }) liveCodeId: string | null;
  /** The import that wrote it, when one did. No foreign key, as it came later. */
  @Ref({ nullable: true }) importId: string | null;
}

/** What happened to the lead, in order; append-only. */
@Entity('lead_events')
@Index(['leadId', 'at'])
export class LeadEvent {
  @Id() id: string;
  @ForeignKey('leads') @Ref() leadId: string;
  @Instant() at: number;
  @Text(24) type: string;
  @ForeignKey('staff') @Ref({ nullable: true }) actorId: string | null;
  @Json({ nullable: true }) data: Record<string, unknown> | null;
}
