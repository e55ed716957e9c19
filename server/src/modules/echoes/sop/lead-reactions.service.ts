import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { DomainEvents, type EventType } from '../../../platform/events/domain-events';
import type { JobOutcome } from '../../../platform/jobs/job-registry';
import { LeadAccepted, LeadFollowedUp, LeadReleased } from '../../journeys/lead';
import { PLANNED, plannedBefore } from './planned-step.policy';
import { SilenceService } from './silence.service';
import { SopTask } from './sop.entity';
import { lockLead, readLeads } from './sop.rows';
import { SopPlanQueries } from './sop-plan.queries';
import { TaskOpeningService } from './task-opening.service';
import { type TaskOwner, TaskOwnerQueries } from './task-owner.queries';
import { TaskProgressService } from './task-progress.service';

type PayloadOf<E> = E extends EventType<infer P> ? P : never;

const WHY_OVER: Record<PayloadOf<typeof LeadReleased>['why'], string> = {
  transferred: '线索已转给其他同事',
  closed: '线索已关闭',
  pooled: '线索已放入公海',
  'consent-withdrawn': '客户撤回了联系授权',
};

/**
 * What the plans do when something happens to a lead. Each reaction is one transaction that holds the lead, may be delivered
 * twice or late, and then changes nothing.
 */
@Injectable()
export class LeadReactionsService {
  constructor(
    private readonly database: Database,
    private readonly plans: SopPlanQueries,
    private readonly owners: TaskOwnerQueries,
    private readonly opening: TaskOpeningService,
    private readonly progress: TaskProgressService,
    private readonly silence: SilenceService,
    events: DomainEvents,
  ) {
    events.on(LeadAccepted, 'sop', (event) => this.accepted(event));
    events.on(LeadFollowedUp, 'sop', (event) => this.followedUp(event));
    events.on(LeadReleased, 'sop', (event) => this.released(event));
  }

  /** Rule D1: the yes starts the plan. */
  private async accepted({ leadId, staffId, at }: PayloadOf<typeof LeadAccepted>): Promise<JobOutcome> {
    const [plans, silentPlan, owner] = await Promise.all([
      this.plans.startingOn('lead.accepted'),
      this.silence.plan(),
      this.ownerOf(leadId, staffId, at),
    ]);
    return this.database.transaction(async (tx) => {
      const lead = await lockLead(tx, leadId);
      // Transferred or closed by now, and perhaps accepted again: that yes has an event of its own.
      if (!owner || lead?.status !== 'accepted' || lead.ownerId !== staffId || lead.acceptedAt !== at) return 'skipped';
      let started = false;
      for (const plan of plans) {
        started = (await this.opening.startPlan(tx, plan, leadId, owner, { startedAt: at, countFrom: at })) || started;
      }
      await this.progress.catchUp(tx, leadId, staffId, at);
      await this.silence.watch(tx, lead, silentPlan);
      return started ? 'done' : 'skipped';
    });
  }

  /** Rules D2, D6, D7: a record finishes what it satisfies, promises the next contact, and ends the silence. */
  private async followedUp(event: PayloadOf<typeof LeadFollowedUp>): Promise<JobOutcome> {
    const { leadId, staffId, followUpId, connected, nextAt } = event;
    const [silentPlan, owner] = await Promise.all([this.silence.plan(), this.ownerOf(leadId, staffId, event.occurredAt)]);
    return this.database.transaction(async (tx) => {
      const lead = await lockLead(tx, leadId);
      if (!lead || !owner) return 'skipped';
      await this.progress.finishBy(tx, event);
      if (lead.status !== 'accepted' || lead.ownerId !== staffId) return 'done';
      const promised = await tx.findBy(SopTask, { leadId, planKey: PLANNED });
      const outdated = promised.some((task) => !plannedBefore(task.runKey, followUpId));
      if (!outdated && nextAt !== null) await this.opening.planNext(tx, { ...event, nextAt }, owner);
      if (connected) await this.silence.watch(tx, lead, silentPlan);
      return 'done';
    });
  }

  private released({ leadId, staffId, at, why }: PayloadOf<typeof LeadReleased>): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      const lead = await lockLead(tx, leadId);
      const ended = await this.progress.cancel(tx, leadId, staffId, at, WHY_OVER[why]);
      const servedAgain = lead?.status === 'accepted' && (lead.acceptedAt ?? 0) > at;
      if (!servedAgain) await this.silence.forget(tx, leadId);
      return ended > 0 ? 'done' : 'skipped';
    });
  }

  private async ownerOf(leadId: string, staffId: string, from: number): Promise<TaskOwner | null> {
    const lead = (await readLeads(this.database.manager, [leadId])).get(leadId);
    return lead ? this.owners.find(staffId, lead.projectId, from) : null;
  }
}
