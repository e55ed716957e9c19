import { Entity, Index } from 'typeorm';
import { Id, Instant, Int, Json, Text } from '../database/columns';

@Entity('jobs')
@Index(['status', 'runAt'])
@Index(['activeKey'], { unique: true })
@Index(['subject', 'status'])
@Index(['finishedAt'])
@Index(['kind', 'id'])
export class Job {
  @Id() id: string;
  @Text(60) kind: string;
  @Text(12) status: 'pending' | 'running' | 'done' | 'dead' | 'cancelled';
  @Json() payload: Record<string, unknown>;
  /** Application time at which it becomes due. */
  @Instant() runAt: number;
  /** Dedupe key while pending or running; empty once finished, so that the key is free again. */
  @Text(120, { nullable: true }) activeKey: string | null;
  /** What the job is about, such as `lead:<id>`: jobs are cancelled by it. */
  @Text(80, { nullable: true }) subject: string | null;
  @Int({ default: 0 }) attempts: number;
  @Int({ default: 8 }) maxAttempts: number;
  /** Machine time until which the worker holds it. */
  @Instant({ nullable: true }) leaseUntil: number | null;
  @Text(60, { nullable: true }) worker: string | null;
  @Text(500, { nullable: true }) lastError: string | null;
  @Text(60, { nullable: true }) correlationId: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) finishedAt: number | null;
}
