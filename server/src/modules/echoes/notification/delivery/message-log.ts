import type { InboxMessage } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MessageTemplates } from '../../../../integrations/wechat/message-templates.port';
import { Clock } from '../../../../platform/clock/clock';
import { Database, execute, insertRows, marks } from '../../../../platform/database/database';
import type { NotifyRequest } from '../../../../platform/notifier/notifier';
import { linesOf } from './message-rendering';

/** What the job of a message carries: the request as it was made, and the message's own id. */
export type DeliveryOrder = Omit<NotifyRequest, 'notBefore'> & { messageId: string };

export interface MessageFate {
  /**
   * `subscribe` on a message that waits says that its credit is spent; a waiting message whose credit was given back is
   * `inbox`, which is where it stands.
   */
  channel: 'template' | 'subscribe' | 'inbox';
  state: 'waiting' | 'sent' | 'received' | 'failed';
  wechatMsgId?: string | null;
  reason?: string | null;
}

export interface WrittenMessage extends Required<MessageFate> {
  id: string;
}

/** The rows of messages: the inbox copy of each, and what became of it on its way. */
@Injectable()
export class MessageLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly templates: MessageTemplates,
  ) {}

  async written(ids: readonly string[]): Promise<Map<string, WrittenMessage>> {
    const rows = await this.database.rows<WrittenMessage>(
      `SELECT id, channel, state, wechat_msg_id AS wechatMsgId, reason FROM messages WHERE id IN ${marks(ids.length)}`,
      ids,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Writes messages for the first time, all in one statement. */
  insert(tx: EntityManager, entries: readonly { order: DeliveryOrder; fate: MessageFate }[]): Promise<void> {
    return insertRows(
      tx,
      'messages',
      entries.map(({ order, fate }) => this.row(order, fate)),
    );
  }

  /** What became of a written message; a receipt that came first is not taken back. */
  async update(tx: EntityManager, id: string, fate: MessageFate): Promise<void> {
    await execute(
      tx,
      `UPDATE messages SET channel = ?, state = ?, wechat_msg_id = ?, reason = ?, sent_at = ?
       WHERE id = ? AND state IN ('waiting', 'failed')`,
      [fate.channel, fate.state, fate.wechatMsgId ?? null, fate.reason ?? null, this.sentAt(fate), id],
    );
  }

  private row(order: DeliveryOrder, fate: MessageFate): Record<string, unknown> {
    const template = this.templates.find(order.intent)?.template;
    const lines: InboxMessage['lines'] = template ? linesOf(template, order.facts) : [];
    return {
      id: order.messageId,
      staff_id: 'staffId' in order.recipient ? order.recipient.staffId : null,
      customer_id: 'customerId' in order.recipient ? order.recipient.customerId : null,
      intent: order.intent.slice(0, 30),
      title: template?.title ?? '消息通知',
      lines,
      page: order.page ?? null,
      subject: order.subject,
      created_at: this.clock.now(),
      read_at: null,
      channel: fate.channel,
      state: fate.state,
      wechat_msg_id: fate.wechatMsgId ?? null,
      reason: fate.reason ?? null,
      sent_at: this.sentAt(fate),
      received_at: null,
    };
  }

  private sentAt(fate: MessageFate): number | null {
    return fate.state === 'sent' ? this.clock.now() : null;
  }
}
