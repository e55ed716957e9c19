import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Instant, Int, Text } from '../database/columns';

@Entity('idempotency_keys')
@Index(['createdAt'])
export class IdempotencyKey {
  /** Hash of who, which route and which key. */
  @PrimaryColumn({ type: 'varchar', length: 64 }) scope: string;
  /** Hash of what was sent: the same key with other content is refused. */
  @Text(64) requestHash: string;
  @Int() status: number;
  @Column({ type: 'simple-json' }) answer: unknown;
  @Instant() createdAt: number;
}
