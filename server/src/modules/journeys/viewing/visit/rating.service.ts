import type { ViewingRating } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database, execute } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { mayOpen } from '../own-visits';
import { SURVEY } from '../viewing.jobs';
import { lockViewings, viewingSubject, writeViewingEvent } from '../viewing.rows';
import { mayRate } from './arrival.policy';
import { Presence } from './presence';
import { VisitNotes } from './visit-notes';

const POOR = 2;

/** What the visitor says of the visit (F10): once. A poor one is heard of by the host and by whoever leads them. */
@Injectable()
export class RatingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly notes: VisitNotes,
    private readonly presence: Presence,
  ) {}

  /** @throws CodedError `viewing.not-found`, `viewing.state-conflict` for who was not there, `viewing.already-rated` */
  rate(actor: Actor, id: string, { stars, tags, words }: ViewingRating): Promise<{ id: string }> {
    return this.database.useCase(async (tx) => {
      const [visit] = await lockViewings(tx, [id]);
      if (!visit || !mayOpen(actor, visit) || (await this.presence.among(actor, [visit], tx)).length === 0)
        throw coded('viewing.not-found');
      const now = this.clock.now();
      if (visit.stars !== null) throw coded('viewing.already-rated');
      if (!mayRate(visit, now)) throw coded('viewing.state-conflict', '到访结束后才能评价');
      const rating = { stars, tags: [...new Set(tags)], words: words || null, at: new Date(now).toISOString() };
      const won = await execute(tx, 'UPDATE viewings SET stars = ?, rating = ?, updated_at = ? WHERE id = ? AND stars IS NULL', [
        stars,
        JSON.stringify(rating),
        now,
        id,
      ]);
      if (won === 0) throw coded('viewing.already-rated');
      await this.jobs.cancel(tx, viewingSubject(id), SURVEY);
      await writeViewingEvent(tx, id, now, 'rated', { kind: 'customer', id: visit.customer_id }, { stars });
      if (stars <= POOR) {
        await this.notes.tellHost(tx, visit, `客户评价 ${stars} 星`, '请了解原因并跟进客户', 'by-day');
        await this.notes.tellLeader(tx, visit, `接待被评 ${stars} 星`, '请与接待同事了解后回访客户');
      }
      return { id };
    });
  }
}
