import type {
  ComplaintGrade,
  Severity,
  WarrantyPart,
  WarrantyVerdict,
  WorkOrderKind,
  WorkOrderOutcome,
  WorkOrderStatus,
} from '@guihu/shared';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Flag, Id, Instant, Int, Json, Ref, Text } from '../../../platform/database/columns';

/** What can be reported: a tree, as data. */
@Entity('work_order_categories')
export class Category {
  @PrimaryColumn({ type: 'varchar', length: 40 }) id: string;
  @Text(40, { nullable: true }) parentId: string | null;
  @Text(20) name: string;
  @Text(12) kind: WorkOrderKind;
  @Text(20) picture: string;
  /** Statutory warranty it falls under; inherited from the parent when empty. */
  @Text(20, { nullable: true }) part: WarrantyPart | null;
  @Text(20, { nullable: true }) skill: string | null;
  /** For complaints: how grave it is before anybody looked, 1 to 3. */
  @Int({ default: 1 }) seriousness: number;
  @Int() position: number;
  @Flag({ default: true }) active: boolean;
}

/** A firm that can be sent instead of an own engineer. */
@Entity('contractors')
@Index(['projectId'])
export class Contractor {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Text(40) name: string;
  @Text(20) trade: string;
  @Text(30) phone: string;
  @Flag({ default: true }) active: boolean;
}

/** One report of an owner, from the tap to the rating. What happened stands in its log; these columns are where it is now. */
@Entity('work_orders')
@Index(['number'], { unique: true })
@Index(['projectId', 'nextDueAt', 'id'])
@Index(['assigneeId', 'nextDueAt', 'id'])
@Index(['responsibleId', 'nextDueAt', 'id'])
@Index(['nextDueAt', 'id'])
@Index(['assigneeId', 'status'])
@Index(['projectId', 'status', 'id'])
@Index(['projectId', 'createdAt'])
@Index(['status', 'id'])
@Index(['customerId', 'id'])
@Index(['unitId', 'id'])
export class WorkOrder {
  @Id() id: string;
  @Text(24) number: string;
  @Text(12) kind: WorkOrderKind;
  @ForeignKey('projects') @Ref() projectId: string;
  @ForeignKey('buildings') @Ref() buildingId: string;
  @ForeignKey('units') @Ref() unitId: string;
  @ForeignKey('customers') @Ref() customerId: string;
  @ForeignKey('work_order_categories') @Text(40) categoryId: string;
  @Text(1000) description: string;
  /** Another number to ring, encrypted. */
  @Text(200, { nullable: true }) contactSealed: string | null;
  @Instant({ nullable: true }) preferredAt: number | null;
  @Flag() urgent: boolean;
  @Text(10, { nullable: true }) severity: Severity | null;
  @Json({ nullable: true }) grade: ComplaintGrade | null;
  @Json() warranty: WarrantyVerdict;
  @Text(12) status: WorkOrderStatus;
  @ForeignKey('staff') @Ref({ nullable: true }) assigneeId: string | null;
  /** Who owes the next step: the engineer, or whoever it was escalated to. */
  @ForeignKey('staff') @Ref({ nullable: true }) responsibleId: string | null;
  @ForeignKey('contractors') @Ref({ nullable: true }) contractorId: string | null;
  /** Grows with every dispatch. */
  @Int({ default: 0 }) round: number;
  /** 0 nobody above, 1 the supervisor, 2 the manager. */
  @Int({ default: 0 }) escalation: number;
  @Int({ default: 0 }) urges: number;
  @Int({ default: 0 }) lastSeq: number;
  /** Version of the rules whose service policy it lives by. */
  @Int({ default: 0 }) policyVersion: number;
  /** The running clock that ends first; what boards are sorted by. */
  @Text(10, { nullable: true }) nextClock: string | null;
  @Instant({ nullable: true }) nextDueAt: number | null;
  @Int({ nullable: true }) stars: number | null;
  @Json({ nullable: true }) rating: { stars: number; tags: string[]; comment: string | null; at: string } | null;
  @Json({ nullable: true }) outcome: WorkOrderOutcome | null;
  @Instant() createdAt: number;
  @Instant() updatedAt: number;
  @Instant({ nullable: true }) resolvedAt: number | null;
  @Instant({ nullable: true }) closedAt: number | null;
}

/** What happened to a work order, in order; append-only. Clocks are a function of it. */
@Entity('work_order_events')
export class WorkOrderEventRecord {
  @ForeignKey('work_orders') @PrimaryColumn({ type: 'varchar', length: 36 }) workOrderId: string;
  @PrimaryColumn({ type: 'int' }) seq: number;
  @Instant() at: number;
  @Text(20) type: string;
  @Text(10) actorKind: 'customer' | 'staff' | 'system';
  @Ref({ nullable: true }) actorId: string | null;
  @Json() data: Record<string, unknown>;
}

/** Who may claim an order that is put before several. */
@Entity('work_order_claimants')
@Index(['staffId'])
export class WorkOrderClaimant {
  @ForeignKey('work_orders') @PrimaryColumn({ type: 'varchar', length: 36 }) workOrderId: string;
  @ForeignKey('staff') @PrimaryColumn({ type: 'varchar', length: 36 }) staffId: string;
}
