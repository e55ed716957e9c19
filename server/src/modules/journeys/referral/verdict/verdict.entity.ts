import type { VerdictSettings } from '@guihu/shared';
import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Int, Json, Ref, Text } from '../../../../platform/database/columns';

/** Every judgement of who brought a customer to a project; a later one never changes an earlier one. */
@Entity('verdicts')
@Index(['customerId', 'projectId', 'id'])
@Index(['projectId', 'judgedAt'])
export class Verdict {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @ForeignKey('customers') @Ref() customerId: string;
  @Instant() judgedAt: number;
  @Int() rulesVersion: number;
  /** What it was asked for. */
  @Text(10) occasion: 'agreed' | 'visited' | 'signing' | 'deal' | 'asked' | 'appeal';
  /** The colleague who asked, or who decided an appeal. */
  @ForeignKey('staff') @Ref({ nullable: true }) byId: string | null;
  @Json() facts: object;
  @Json() decision: object;
  @Text(200) conclusion: string;
}

/** Published rules of judging in a project; a version never changes. */
@Entity('verdict_rule_sets')
@Index(['projectId', 'version'], { unique: true })
export class VerdictRuleSetRecord {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Int() version: number;
  @Json() settings: VerdictSettings;
  @Instant() publishedAt: number;
  @ForeignKey('staff') @Ref({ nullable: true }) publishedById: string | null;
}
