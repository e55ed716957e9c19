import { labelOf, TOUR_STOPS, VIEWING_OBJECTIONS, type ViewingFeedback } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database, execute } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { InterestDesk } from '../../../registers/customer';
import { ViewingCompleted } from '../viewing.events';
import { FORM_DUE } from '../viewing.jobs';
import { viewingSubject, writeViewingEvent } from '../viewing.rows';
import { Misses } from './misses';
import { ViewingAccess } from './viewing-access';

/** Calendars are known no further. */
const FURTHEST_MS = 2 * 366 * 24 * 3_600_000;
const NEXT_DAY = '次日回访到访感受';

/** How a visit went, in the host's words (F3, F5); and that nobody came, where the host knows before the clock does. */
@Injectable()
export class CompletionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: ViewingAccess,
    private readonly desk: InterestDesk,
    private readonly jobs: JobQueue,
    private readonly events: DomainEvents,
    private readonly misses: Misses,
  ) {}

  /**
   * Ends a visit; the lead has it as a contact, so that the host writes once.
   * @throws CodedError `viewing.not-found`, `permission.denied` for who neither received nor leads, `viewing.state-conflict`
   */
  async complete(actor: StaffActor, id: string, feedback: ViewingFeedback): Promise<{ id: string; status: 'completed' }> {
    const now = this.clock.now();
    const nextAt = feedback.nextAt === undefined ? null : Date.parse(feedback.nextAt);
    if (nextAt !== null && nextAt <= now) throw refusedField('follow-up.next-in-past', 'nextAt', 'past', '下次跟进时间需要晚于现在');
    if (nextAt !== null && nextAt > now + FURTHEST_MS)
      throw refusedField('request.invalid', 'nextAt', 'far', '下次跟进时间太远，请检查日期');
    const scope = await this.access.wide(actor);
    return this.database.useCase(async (tx) => {
      const visit = await this.access.take(tx, scope, id);
      if (visit.host_id !== actor.staffId && !this.access.decides(actor)) throw coded('permission.denied');
      const won = await execute(
        tx,
        `UPDATE viewings SET status = 'completed', completed_at = ?, feedback = ?, updated_at = ? WHERE id = ? AND status = 'checked-in'`,
        [now, JSON.stringify(feedback), now, id],
      );
      if (won === 0) throw coded('viewing.state-conflict');
      await this.jobs.cancel(tx, viewingSubject(id), FORM_DUE);
      await writeViewingEvent(tx, id, now, 'completed', { kind: 'staff', id: actor.staffId });
      const staffId = visit.host_id ?? actor.staffId;
      if (visit.lead_id) {
        await this.desk.visited(tx, {
          leadId: visit.lead_id,
          staffId,
          occurredAt: visit.checked_in_at ?? now,
          content: contentOf(feedback),
          feedback: said(VIEWING_OBJECTIONS, feedback.objections) || '没有顾虑',
          nextPlan: feedback.nextPlan || NEXT_DAY,
          nextAt,
          level: feedback.level ?? null,
        });
      }
      const told = {
        viewingId: id,
        projectId: visit.project_id,
        customerId: visit.customer_id,
        leadId: visit.lead_id,
        hostId: visit.host_id,
      };
      await this.events.publish(tx, ViewingCompleted, { ...told, at: now, nextAt }, viewingSubject(id));
      return { id, status: 'completed' as const };
    });
  }

  /** @throws CodedError `viewing.not-found`, `permission.denied`, `viewing.not-yet` before the time, `viewing.state-conflict` */
  async miss(actor: StaffActor, id: string): Promise<{ id: string; status: 'no-show' }> {
    const scope = await this.access.wide(actor);
    return this.database.useCase(async (tx) => {
      const visit = await this.access.take(tx, scope, id);
      if (visit.host_id !== actor.staffId && !this.access.decides(actor)) throw coded('permission.denied');
      if (this.clock.now() < visit.starts_at) throw coded('viewing.not-yet', '还没到预约时间');
      if (!(await this.misses.record(tx, visit, { kind: 'staff', id: actor.staffId }))) throw coded('viewing.state-conflict');
      return { id, status: 'no-show' as const };
    });
  }
}

const said = (labels: Readonly<Record<string, string>>, keys: readonly string[]): string =>
  keys.map((key) => labelOf(labels, key)).join('、');

const contentOf = ({ tour, words }: ViewingFeedback): string =>
  tour.length > 0 ? `到访：${said(TOUR_STOPS, tour)}。${words}` : `到访：${words}`;
