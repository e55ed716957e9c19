import type { DispatchDecisionView, DispatchRule, ServicePolicy } from '@guihu/shared';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Id, Instant, Int, Json, Ref } from '../../../../platform/database/columns';

@Entity('dispatch_decisions')
@Index(['workOrderId', 'decidedAt'])
export class DispatchDecisionRecord {
  @Id() id: string;
  @ForeignKey('work_orders') @Ref() workOrderId: string;
  @Instant() decidedAt: number;
  @Json() decision: Omit<DispatchDecisionView, 'id' | 'decidedAt'>;
}

/** Published rules and service numbers of a project; a version never changes. */
@Entity('dispatch_rule_sets')
@Index(['projectId', 'version'], { unique: true })
export class DispatchRuleSetRecord {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Int() version: number;
  @Json() rules: DispatchRule[];
  @Json() settings: ServicePolicy;
  @Instant() publishedAt: number;
  @ForeignKey('staff') @Ref({ nullable: true }) publishedById: string | null;
}

/** Row to lock, so that one dispatch at a time counts loads of a project. */
@Entity('dispatch_locks')
export class DispatchLock {
  @ForeignKey('projects') @PrimaryColumn({ type: 'varchar', length: 36 }) projectId: string;
}

/** How often a rule chose a colleague: what rotation is judged by. */
@Entity('dispatch_counts')
export class DispatchCount {
  @PrimaryColumn({ type: 'varchar', length: 80 }) ruleKey: string;
  @ForeignKey('staff') @PrimaryColumn({ type: 'varchar', length: 36 }) staffId: string;
  @Int({ default: 0 }) assigned: number;
  @Instant({ nullable: true }) lastAt: number | null;
}
