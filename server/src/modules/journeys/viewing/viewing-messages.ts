import { sayTime, VIEWING_KIND_LABELS } from '@guihu/shared';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../../config/config';
import { CONFIG } from '../../../config/config.module';
import { Clock } from '../../../platform/clock/clock';
import { JobQueue, type JobRequest } from '../../../platform/jobs/job-queue';
import { Notifier, type NotifyRequest } from '../../../platform/notifier/notifier';
import { outsideQuiet } from '../../../platform/working-time';
import { CustomerRegister } from '../../registers/customer';
import { ProjectQueries } from '../../registers/project';
import { remindersOf } from './reminding/reminders.policy';
import { REMIND_VIEWING } from './viewing.jobs';
import { hostPage, type ViewingRow, viewingSubject, visitorPage } from './viewing.rows';

/** What messages need of a visit. */
export type ToldVisit = Pick<
  ViewingRow,
  'id' | 'kind' | 'project_id' | 'customer_id' | 'host_id' | 'starts_at' | 'party_size' | 'host_choice' | 'slot_id'
>;

/** What a wait and its offer are about. */
export interface ToldWait {
  id: string;
  project_id: string;
  customer_id: string;
  kind: ViewingRow['kind'];
  starts_at: number;
}

const WAITS_PAGE = 'subpackages/visit/pages/viewings/index';

/** Every step of a visit is told (L1) to who comes and to who receives; reminders are jobs of their own. */
@Injectable()
export class ViewingMessages {
  constructor(
    private readonly notifier: Notifier,
    private readonly queue: JobQueue,
    private readonly projects: ProjectQueries,
    private readonly customers: CustomerRegister,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The booking is confirmed to both, and both reminders are planned. `first`: of a visit that this transaction makes. */
  async booked(tx: EntityManager, visit: ToldVisit, also: readonly JobRequest[] = []): Promise<void> {
    const toVisitor = this.toVisitor(visit, 'viewing-booked', {
      ...(await this.subject(visit)),
      host: visit.host_choice.chosen?.name ?? '现场同事',
      hint: '如需改期或取消，请提前操作',
    });
    const toHost = await this.toHost(tx, visit, '新的预约');
    await this.queue.add(tx, ...this.notifier.jobsFor(toVisitor, ...toHost), ...this.reminders(visit), ...also);
  }

  /** Another time or another host. `formerHostId` is told that the visit is no longer theirs. */
  async changed(tx: EntityManager, visit: ToldVisit, what: string, formerHostId: string | null): Promise<void> {
    const message = this.toVisitor(visit, 'viewing-changed', {
      ...(await this.subject(visit)),
      what,
      hint: '时间有变可在预约页再次修改',
    });
    const toHost = await this.toHost(tx, visit, what);
    const toFormer =
      formerHostId && formerHostId !== visit.host_id
        ? await this.toHost(tx, { ...visit, host_id: formerHostId }, '已转由其他同事接待')
        : [];
    await this.queue.add(tx, ...this.notifier.jobsFor(message, ...toHost, ...toFormer));
  }

  /** Plans both reminders anew. */
  async remindAnew(tx: EntityManager, visit: ToldVisit): Promise<void> {
    await this.forgetReminders(tx, visit.id);
    await this.queue.add(tx, ...this.reminders(visit));
  }

  async forgetReminders(tx: EntityManager, viewingId: string): Promise<void> {
    await this.queue.cancel(tx, viewingSubject(viewingId), REMIND_VIEWING);
  }

  /** Visitors read their own reason; that of the house is a note among colleagues. */
  async cancelled(tx: EntityManager, visit: ToldVisit, how: { by: 'visitor'; reason: string } | { by: 'house' }): Promise<void> {
    const said =
      how.by === 'visitor'
        ? { reason: how.reason || '行程有变', hint: '欢迎您随时再约' }
        : { reason: '由接待同事取消', hint: '如有疑问请来电，欢迎再约' };
    const message = this.toVisitor(visit, 'viewing-cancelled', { ...(await this.subject(visit)), ...said });
    await this.queue.add(tx, ...this.notifier.jobsFor(message, ...(await this.toHost(tx, visit, '预约已取消'))));
  }

  async reminded(tx: EntityManager, visit: ToldVisit, address: string): Promise<void> {
    const message = this.toVisitor(visit, 'viewing-reminder', {
      ...(await this.subject(visit)),
      host: visit.host_choice.chosen?.name ?? '现场同事',
      address,
    });
    await this.notifier.notify(tx, message, ...(await this.toHost(tx, visit, '即将到访')));
  }

  /** When somebody who waits hears of what is offered at `now` (epoch ms). */
  toldAt(now: number): number {
    return outsideQuiet(this.config.quietHours, now);
  }

  /** A seat became free and is kept until `until` (epoch ms). What is over before they may be told is not told. */
  async offered(tx: EntityManager, wait: ToldWait, until: number): Promise<void> {
    const notBefore = this.toldAt(this.clock.now());
    if (notBefore >= until) return;
    await this.notifier.notify(tx, {
      recipient: { customerId: wait.customer_id },
      intent: 'viewing-offered',
      facts: { ...(await this.subject(wait)), until, hint: '请在截止前确认，逾期让给下一位' },
      page: WAITS_PAGE,
      subject: `viewing-wait:${wait.id}`,
      notBefore,
    });
  }

  private reminders(visit: ToldVisit): JobRequest[] {
    return remindersOf(visit.starts_at, this.clock.now(), this.config.quietHours).map(({ which, at }) => ({
      kind: REMIND_VIEWING,
      payload: { viewingId: visit.id, which, startsAt: visit.starts_at },
      runAt: at,
      subject: viewingSubject(visit.id),
    }));
  }

  private async subject({ project_id, kind, starts_at }: Pick<ToldVisit, 'project_id' | 'kind' | 'starts_at'>) {
    const project = (await this.projects.find(project_id))?.name ?? '';
    return { project, item: VIEWING_KIND_LABELS[kind], startsAt: starts_at };
  }

  private toVisitor(visit: ToldVisit, intent: string, facts: NotifyRequest['facts']): NotifyRequest {
    return {
      recipient: { customerId: visit.customer_id },
      intent,
      facts,
      page: visitorPage(visit.id),
      subject: viewingSubject(visit.id),
      urgent: true,
    };
  }

  private async toHost(tx: EntityManager, visit: ToldVisit, what: string): Promise<NotifyRequest[]> {
    if (!visit.host_id) return [];
    const now = this.clock.now();
    const customer = (await this.customers.briefs([visit.customer_id], tx)).get(visit.customer_id)?.name ?? '客户';
    const project = (await this.projects.find(visit.project_id))?.name ?? '';
    return [
      {
        recipient: { staffId: visit.host_id },
        intent: 'visit-changed',
        facts: { customer, project, what, startsAt: visit.starts_at, hint: `${visit.party_size} 人到访，${sayTime(visit.starts_at, now)}` },
        page: hostPage(visit.id),
        subject: viewingSubject(visit.id),
        notBefore: outsideQuiet(this.config.quietHours, now),
      },
    ];
  }
}
