import type { InboxMessage, Page } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { decodeCursor, encodeCursor } from '../../../../platform/http/cursor';
import { Message } from '../notification.entity';

/** What a person was told. Colleagues are customers too once they gave their number: both hats have one inbox. */
@Injectable()
export class InboxQueries {
  constructor(private readonly database: Database) {}

  /** Newest first, of this person and nobody else. */
  async list(actor: Actor, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<InboxMessage>> {
    const before = cursor ? String(decodeCursor(cursor)[0]) : null;
    // One question for each hat, so that each keeps to its own index.
    const lists = await Promise.all(hatsOf(actor).map(([column, id]) => this.newest(column, id, before, limit + 1)));
    const messages = lists.flat().sort((a, b) => (a.id < b.id ? 1 : -1));
    const page = messages.slice(0, limit);
    return { items: page.map(toInbox), nextCursor: messages.length > limit ? encodeCursor([page.at(-1)?.id ?? '']) : null };
  }

  async unread(actor: Actor): Promise<number> {
    const counts = await Promise.all(
      hatsOf(actor).map(([column, id]) =>
        this.database.rows<{ count: number | string }>(`SELECT COUNT(*) AS count FROM messages WHERE ${column} = ? AND read_at IS NULL`, [
          id,
        ]),
      ),
    );
    return counts.reduce((sum, [row]) => sum + Number(row?.count ?? 0), 0);
  }

  private newest(column: Hat[0], id: string, before: string | null, limit: number): Promise<Message[]> {
    const query = this.database.manager
      .createQueryBuilder(Message, 'm')
      .where(`m.${column} = :id`, { id })
      .orderBy('m.id', 'DESC')
      .limit(limit);
    if (before) query.andWhere('m.id < :before', { before });
    return query.getMany();
  }
}

export type Hat = ['staff_id' | 'customer_id', string];

/** Under which ids messages are addressed to this person. */
export function hatsOf({ staffId, customerId }: Pick<Actor, 'staffId' | 'customerId'>): Hat[] {
  return [...(staffId ? [['staff_id', staffId] as Hat] : []), ...(customerId ? [['customer_id', customerId] as Hat] : [])];
}

const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

const toInbox = (m: Message): InboxMessage => ({
  id: m.id,
  intent: m.intent,
  title: m.title,
  lines: m.lines,
  page: m.page,
  createdAt: iso(m.createdAt) as string,
  readAt: iso(m.readAt),
});
