import type { DueTimeExplanation, SopStep, SopTaskStatus } from '@guihu/shared';
import { Entity, ForeignKey, Index } from 'typeorm';
import { Flag, Id, Instant, Int, Json, Ref, Text } from '../../../platform/database/columns';

/** A plan as data; a version never changes, running tasks keep the one they started with. */
@Entity('sop_plans')
@Index(['planKey', 'version'], { unique: true })
export class SopPlan {
  @Id() id: string;
  @Text(40) planKey: string;
  @Int() version: number;
  @Text(40) title: string;
  @Text(20) startsOn: 'lead.accepted' | 'lead.silent' | 'viewing.completed';
  @Json() steps: SopStep[];
  @Flag({ default: true }) active: boolean;
}

@Entity('sop_tasks')
@Index(['runKey', 'stepKey'], { unique: true })
@Index(['ownerId', 'status', 'dueAt'])
@Index(['leadId', 'status'])
export class SopTask {
  @Id() id: string;
  /** One start of one plan for one lead: `lead:plan:trigger`. */
  @Text(120) runKey: string;
  @ForeignKey('leads') @Ref() leadId: string;
  @ForeignKey('staff') @Ref() ownerId: string;
  @Text(40) planKey: string;
  @Int() planVersion: number;
  @Text(40) stepKey: string;
  @Text(40) title: string;
  @Text(200) hint: string;
  @Text(10) status: SopTaskStatus;
  @Instant() startedAt: number;
  @Instant() dueAt: number;
  @Json({ nullable: true }) dueWhy: DueTimeExplanation | null;
  @Json() step: SopStep;
  @Instant({ nullable: true }) endedAt: number | null;
  @Ref({ nullable: true }) followUpId: string | null;
  @Text(200, { nullable: true }) endNote: string | null;
}

/** A reminder or a rung of the ladder that is owed at an instant; those that fall together travel as one message. */
@Entity('sop_reminders')
@Index(['staffId', 'sentAt', 'at'])
@Index(['taskId'])
export class SopReminder {
  @Id() id: string;
  @ForeignKey('sop_tasks') @Ref() taskId: string;
  @ForeignKey('staff') @Ref() staffId: string;
  @Text(10) kind: 'before' | 'due' | 'overdue' | 'leader';
  @Instant() at: number;
  /** When its message was owed, or when it was found needless. */
  @Instant({ nullable: true }) sentAt: number | null;
}
