import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { execute, select } from '../../../../platform/database/database';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { DELIVER_MESSAGE } from '../../../../platform/notifier/notifier';
import type { DeliveryOrder } from './message-log';

/** WeChat tells of a yes a moment after the tap; what that tap caused may have been delivered by then. */
const MOMENT_MS = 60_000;

interface LeftInInbox {
  id: string;
  subject: string;
}

/** The yes to a message that is already lying in the inbox alone, for want of it: it goes out after all. */
@Injectable()
export class LatePermission {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
  ) {}

  /** Owes the newest such message once more. Of two yeses at once, one finds it lying there. */
  async given(tx: EntityManager, accountId: string, intent: string): Promise<void> {
    const [left] = await select<LeftInInbox>(
      tx,
      `SELECT m.id, m.subject FROM messages m JOIN accounts a ON a.customer_id = m.customer_id
       WHERE a.id = ? AND m.intent = ? AND m.channel = 'inbox' AND m.state = 'sent' AND m.created_at >= ? ORDER BY m.id DESC LIMIT 1`,
      [accountId, intent, this.clock.now() - MOMENT_MS],
    );
    if (!left) return;
    const order = await this.orderOf(tx, left);
    if (!order) return;
    const won = await execute(
      tx,
      `UPDATE messages SET state = 'waiting', sent_at = NULL WHERE id = ? AND channel = 'inbox' AND state = 'sent'`,
      [left.id],
    );
    if (won > 0) await this.jobs.add(tx, { kind: DELIVER_MESSAGE, payload: { ...order }, subject: left.subject });
  }

  /** As it was owed: the message keeps its words, not its facts. */
  private async orderOf(tx: EntityManager, { id, subject }: LeftInInbox): Promise<DeliveryOrder | null> {
    const rows = await select<{ payload: string }>(tx, `SELECT payload FROM jobs WHERE subject = ? AND status = 'done' AND kind = ?`, [
      subject,
      DELIVER_MESSAGE,
    ]);
    return rows.map(({ payload }) => JSON.parse(payload) as DeliveryOrder).find((order) => order.messageId === id) ?? null;
  }
}
