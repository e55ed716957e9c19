import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Id, Instant, Int, Json, Ref, Text } from '../../../platform/database/columns';

export type MessageState = 'waiting' | 'sent' | 'received' | 'failed';

/** One message owed to one person: the copy in the app's own inbox, and how it travelled. */
@Entity('messages')
@Index(['staffId', 'id'])
@Index(['customerId', 'id'])
@Index(['subject'])
@Index(['wechatMsgId'])
@Index(['state', 'createdAt'])
export class Message {
  @Id() id: string;
  @ForeignKey('staff') @Ref({ nullable: true }) staffId: string | null;
  @ForeignKey('customers') @Ref({ nullable: true }) customerId: string | null;
  @Text(30) intent: string;
  @Text(40) title: string;
  @Json() lines: { label: string; value: string }[];
  @Text(200, { nullable: true }) page: string | null;
  @Text(80) subject: string;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) readAt: number | null;
  /** `inbox` when no WeChat channel was possible. */
  @Text(12) channel: 'template' | 'subscribe' | 'inbox';
  @Text(10) state: MessageState;
  /** 64-bit id at WeChat, as text. */
  @Text(24, { nullable: true }) wechatMsgId: string | null;
  /** For people: why it did not arrive, or by which way it had to go. */
  @Text(200, { nullable: true }) reason: string | null;
  @Instant({ nullable: true }) sentAt: number | null;
  @Instant({ nullable: true }) receivedAt: number | null;
}

/** One-time permissions to send, per person and template: each accept adds one, each message spends one. */
@Entity('subscription_credits')
export class SubscriptionCredit {
  @ForeignKey('accounts') @PrimaryColumn({ type: 'varchar', length: 36 }) accountId: string;
  @PrimaryColumn({ type: 'varchar', length: 40 }) templateKey: string;
  @Int({ default: 0 }) remaining: number;
  @Instant() updatedAt: number;
}

/** Callbacks already taken: WeChat repeats what it thinks was not heard. */
@Entity('wechat_callbacks')
@Index(['receivedAt'])
export class WechatCallback {
  @PrimaryColumn({ type: 'varchar', length: 160 }) id: string;
  @Instant() receivedAt: number;
}
