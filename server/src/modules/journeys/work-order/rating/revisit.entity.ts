import type { RevisitReason, RevisitStatus } from '@guihu/shared';
import { Entity, ForeignKey, Index } from 'typeorm';
import { Flag, Id, Instant, Int, Ref, Text } from '../../../../platform/database/columns';

/** Somebody must ring the owner again (J12, J16); silence is never five stars. */
@Entity('revisits')
@Index(['workOrderId', 'round', 'reason'], { unique: true })
@Index(['ownerId', 'status', 'dueAt'])
@Index(['projectId', 'status', 'dueAt'])
export class Revisit {
  @Id() id: string;
  @ForeignKey('work_orders') @Ref() workOrderId: string;
  @ForeignKey('projects') @Ref() projectId: string;
  /** Dispatch round of the order that it follows. */
  @Int() round: number;
  @Text(12) reason: RevisitReason;
  @ForeignKey('staff') @Ref() ownerId: string;
  @Text(8) status: RevisitStatus;
  @Instant() openedAt: number;
  @Instant() dueAt: number;
  @Instant({ nullable: true }) doneAt: number | null;
  @Flag({ nullable: true }) connected: boolean | null;
  @Flag({ nullable: true }) satisfied: boolean | null;
  @Text(500, { nullable: true }) note: string | null;
}
