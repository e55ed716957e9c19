import { VIEWING_KIND_LABELS } from '@guihu/shared';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../../../config/config';
import { CONFIG } from '../../../../config/config.module';
import { Clock } from '../../../../platform/clock/clock';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { Notifier } from '../../../../platform/notifier/notifier';
import { outsideQuiet } from '../../../../platform/working-time';
import { CustomerRegister } from '../../../registers/customer';
import { ProjectQueries } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import { FORM_DUE, SURVEY } from '../viewing.jobs';
import { hostPage, type ViewingRow, viewingSubject, visitorPage } from '../viewing.rows';
import { formDueAt, surveyAt } from './arrival.policy';

/** What a message needs of a visit. */
export type NotedVisit = Pick<ViewingRow, 'id' | 'kind' | 'project_id' | 'customer_id' | 'host_id' | 'starts_at' | 'ends_at' | 'lead_id'>;

/** What is owed to host and visitor once somebody is there. */
@Injectable()
export class VisitNotes {
  constructor(
    private readonly notifier: Notifier,
    private readonly queue: JobQueue,
    private readonly projects: ProjectQueries,
    private readonly customers: CustomerRegister,
    private readonly staff: StaffQueries,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The reminder of the form, which a guest without a lead needs none of, and the question to the visitor on the next day. */
  async planAfter(tx: EntityManager, visit: NotedVisit, checkedInAt: number): Promise<void> {
    const about = { payload: { viewingId: visit.id }, subject: viewingSubject(visit.id) };
    await this.queue.add(tx, ...(visit.lead_id === null ? [] : [{ kind: FORM_DUE, ...about, runAt: formDueAt(visit, checkedInAt) }]), {
      kind: SURVEY,
      ...about,
      runAt: surveyAt(checkedInAt, this.config.quietHours),
    });
  }

  /** `what` holds twenty characters, as `hint` does; `now` is for the host who stands in the sales office. */
  async tellHost(tx: EntityManager, visit: NotedVisit, what: string, hint: string, when: 'now' | 'by-day'): Promise<void> {
    if (visit.host_id) await this.tell(tx, visit, visit.host_id, what, hint, when);
  }

  /** A visitor who was badly received is not left to whoever received them: their leader hears of it, a manager where there is none. */
  async tellLeader(tx: EntityManager, visit: NotedVisit, what: string, hint: string): Promise<void> {
    const leader = visit.host_id ? await this.staff.leaderOf(visit.host_id, tx) : null;
    const above = leader ?? (await this.staff.managersOf(visit.project_id, tx)).find((id) => id !== visit.host_id);
    if (above) await this.tell(tx, visit, above, what, hint, 'by-day');
  }

  private async tell(
    tx: EntityManager,
    visit: NotedVisit,
    staffId: string,
    what: string,
    hint: string,
    when: 'now' | 'by-day',
  ): Promise<void> {
    const customer = (await this.customers.briefs([visit.customer_id], tx)).get(visit.customer_id)?.name ?? '客户';
    await this.notifier.notify(tx, {
      recipient: { staffId },
      intent: 'visit-changed',
      facts: { customer, project: await this.nameOf(visit), what, startsAt: visit.starts_at, hint },
      page: hostPage(visit.id),
      subject: viewingSubject(visit.id),
      ...(when === 'now' ? { urgent: true } : { notBefore: outsideQuiet(this.config.quietHours, this.clock.now()) }),
    });
  }

  async askVisitor(tx: EntityManager, visit: NotedVisit, hostName: string): Promise<void> {
    await this.notifier.notify(tx, {
      recipient: { customerId: visit.customer_id },
      intent: 'viewing-survey',
      facts: {
        project: await this.nameOf(visit),
        item: VIEWING_KIND_LABELS[visit.kind],
        startsAt: visit.starts_at,
        host: hostName,
        hint: '请为这次接待评价',
      },
      page: visitorPage(visit.id),
      subject: viewingSubject(visit.id),
    });
  }

  private async nameOf({ project_id }: NotedVisit): Promise<string> {
    return (await this.projects.find(project_id))?.name ?? '';
  }
}
