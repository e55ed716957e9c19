import type { DueTimeExplanation, OfferOutcome, RoutingDecisionView, RoutingRule, RoutingSettings } from '@guihu/shared';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Id, Instant, Int, Json, Ref, Text } from '../../../../platform/database/columns';

/** One lead put before one colleague, with its own clock. */
@Entity('lead_offers')
@Index(['leadId', 'round'], { unique: true })
@Index(['staffId', 'outcome'])
export class LeadOffer {
  @Id() id: string;
  @ForeignKey('leads') @Ref() leadId: string;
  @ForeignKey('staff') @Ref() staffId: string;
  @Int() round: number;
  @Instant() offeredAt: number;
  /** When the acceptance clock starts: at once in shift, else with the next one. */
  @Instant() clockStartsAt: number;
  @Instant() dueAt: number;
  /** What the customer is told: expect the call by then. */
  @Instant() contactBy: number;
  @Json({ nullable: true }) dueWhy: DueTimeExplanation | null;
  @Text(12) outcome: OfferOutcome;
  @Text(200, { nullable: true }) reason: string | null;
  @Instant({ nullable: true }) answeredAt: number | null;
}

@Entity('routing_decisions')
@Index(['leadId', 'decidedAt'])
export class RoutingDecisionRecord {
  @Id() id: string;
  @ForeignKey('leads') @Ref() leadId: string;
  @Instant() decidedAt: number;
  @Column({ type: 'simple-json' }) decision: Omit<RoutingDecisionView, 'id' | 'decidedAt'>;
}

/** Published rules of a project; a version never changes. */
@Entity('routing_rule_sets')
@Index(['projectId', 'version'], { unique: true })
export class RoutingRuleSetRecord {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Int() version: number;
  @Json() rules: RoutingRule[];
  @Json() settings: RoutingSettings;
  @Instant() publishedAt: number;
  @ForeignKey('staff') @Ref({ nullable: true }) publishedById: string | null;
}

/** Taken first by whoever routes for a project, so that counts and loads are read and written by one at a time. */
@Entity('routing_locks')
export class RoutingLock {
  @ForeignKey('projects') @PrimaryColumn({ type: 'varchar', length: 36 }) projectId: string;
}

/** Leads a colleague holds, and how many were offered on one Beijing day. */
@Entity('agent_loads')
export class AgentLoad {
  @ForeignKey('staff') @PrimaryColumn({ type: 'varchar', length: 36 }) staffId: string;
  @Int({ default: 0 }) openLeads: number;
  @Text(10) day: string;
  @Int({ default: 0 }) assignedOnDay: number;
}

/** How often a rule chose a colleague: what fair shares are measured by. */
@Entity('routing_counts')
export class RoutingCount {
  /** `project:rule`. */
  @PrimaryColumn({ type: 'varchar', length: 80 }) ruleKey: string;
  @ForeignKey('staff') @PrimaryColumn({ type: 'varchar', length: 36 }) staffId: string;
  @Int({ default: 0 }) assigned: number;
  @Instant({ nullable: true }) lastAt: number | null;
}
