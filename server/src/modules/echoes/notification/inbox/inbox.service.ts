import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database, execute, select } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { hatsOf } from './inbox.queries';

/** What a person does with their own messages. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Reading is the receipt of a message that went to the inbox only. Read once, it stays read since then.
   * @throws CodedError `message.not-found`, for somebody else's as for one that never was.
   */
  async read(actor: Actor, id: string): Promise<void> {
    const hats = hatsOf(actor);
    const own = hats.map(([column]) => `${column} = ?`).join(' OR ') || '1 = 0';
    const owners = hats.map(([, owner]) => owner);
    await this.database.useCase(async (tx) => {
      const found = await select(tx, `SELECT id FROM messages WHERE id = ? AND (${own})`, [id, ...owners]);
      if (found.length === 0) throw coded('message.not-found');
      const now = this.clock.now();
      await execute(tx, 'UPDATE messages SET read_at = ? WHERE id = ? AND read_at IS NULL', [now, id]);
      await execute(tx, `UPDATE messages SET state = 'received', received_at = ? WHERE id = ? AND channel = 'inbox' AND state = 'sent'`, [
        now,
        id,
      ]);
      return { id };
    });
  }
}
