import { Entity, PrimaryColumn } from 'typeorm';
import { Instant, Text } from '../../platform/database/columns';

/** Access tokens shared by all processes. Machine time. */
@Entity('wechat_tokens')
export class WechatToken {
  @PrimaryColumn({ type: 'varchar', length: 40 }) id: string;
  @Text(600) accessToken: string;
  @Instant() expiresAt: number;
  /** Held while one process fetches a new one. */
  @Instant({ nullable: true }) lockedUntil: number | null;
}
