import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, Ref, Text } from '../database/columns';

@Entity('audit_entries')
@Index(['subject', 'at'])
export class AuditEntry {
  @Id() id: string;
  @Instant() at: number;
  @Ref({ nullable: true }) actorId: string | null;
  /** What was done: `lead.phone-revealed`, `rules.published` … */
  @Text(60) action: string;
  /** On what: `lead:<id>`. */
  @Text(80) subject: string;
  @Json({ nullable: true }) details: Record<string, unknown> | null;
  @Text(60, { nullable: true }) correlationId: string | null;
}
