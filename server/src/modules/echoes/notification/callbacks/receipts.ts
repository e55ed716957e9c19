import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { execute, select } from '../../../../platform/database/database';
import { Metrics } from '../../../../platform/metrics/metrics';
import { Accounts } from '../../../registers/identity';
import { whyUndelivered } from '../delivery/channel.policy';
import type { Receipt } from './receipt';

const MINUTE = 60_000;
/** How far a message may lie before its receipt, and how far our clock may run ahead of WeChat's. */
const BEFORE_MS = 10 * MINUTE;
const AHEAD_MS = 10_000;

/** Marks messages by the receipts that WeChat sends for them. */
@Injectable()
export class Receipts {
  constructor(
    private readonly accounts: Accounts,
    private readonly metrics: Metrics,
  ) {}

  /** False when no message carries this id (yet). A message is settled once; a repeated receipt changes nothing. */
  async settleById(tx: EntityManager, receipt: Receipt): Promise<boolean> {
    if (isNone(receipt.msgId)) return false;
    if (await this.mark(tx, receipt, 'wechat_msg_id = ?', receipt.msgId)) return true;
    const settled = await select(tx, 'SELECT id FROM messages WHERE wechat_msg_id = ? AND channel = ?', [receipt.msgId, receipt.channel]);
    return settled.length > 0;
  }

  /**
   * For a receipt without an id, and for one whose message lost its id in a crash: the oldest message that left for this
   * person by this channel shortly before and has no receipt yet.
   */
  async settleByPerson(tx: EntityManager, receipt: Receipt): Promise<boolean> {
    const person = await this.accounts.whoIs(receipt.openid);
    if (!person) return false;
    const conditions = [
      '(staff_id = ? OR customer_id = ?)',
      'channel = ?',
      `state IN ('sent', 'waiting')`,
      'COALESCE(sent_at, created_at) BETWEEN ? AND ?',
    ];
    const values: unknown[] = [person.staffId, person.customerId, receipt.channel, receipt.at - BEFORE_MS, receipt.at + AHEAD_MS];
    if (!isNone(receipt.msgId)) conditions.push('wechat_msg_id IS NULL');
    if (receipt.templateKey) {
      conditions.push('intent = ?');
      values.push(receipt.templateKey);
    }
    const [message] = await select<{ id: string }>(
      tx,
      `SELECT id FROM messages WHERE ${conditions.join(' AND ')} ORDER BY COALESCE(sent_at, created_at), id LIMIT 1`,
      values,
    );
    return message !== undefined && this.mark(tx, receipt, 'id = ?', message.id);
  }

  private async mark(tx: EntityManager, receipt: Receipt, where: string, value: string): Promise<boolean> {
    const { outcome, channel, at, status } = receipt;
    const marked = await execute(
      tx,
      `UPDATE messages SET state = ?, received_at = ?, reason = ? WHERE ${where} AND channel = ? AND state IN ('sent', 'waiting')`,
      [outcome, outcome === 'received' ? at : null, outcome === 'received' ? null : whyUndelivered(status), value, channel],
    );
    if (marked > 0) this.metrics.messages.inc({ channel, outcome });
    return marked > 0;
  }
}

const isNone = (msgId: string): boolean => msgId === '' || msgId === '0';
