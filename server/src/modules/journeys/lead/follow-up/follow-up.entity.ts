import type { FollowUpMethod, LeadLevel } from '@guihu/shared';
import { Entity, ForeignKey, Index } from 'typeorm';
import { Flag, Id, Instant, Ref, Text } from '../../../../platform/database/columns';

/** One recorded contact with its five mandatory fields (D8). */
@Entity('follow_ups')
@Index(['leadId', 'occurredAt'])
export class FollowUp {
  @Id() id: string;
  @ForeignKey('leads') @Ref() leadId: string;
  @ForeignKey('staff') @Ref() staffId: string;
  @Instant() occurredAt: number;
  @Text(10) method: FollowUpMethod;
  @Text(1000) content: string;
  @Text(500) feedback: string;
  @Text(300) nextPlan: string;
  @Instant() nextAt: number;
  @Flag() connected: boolean;
  @Text(12, { nullable: true }) level: LeadLevel | null;
  @Instant() createdAt: number;
}
