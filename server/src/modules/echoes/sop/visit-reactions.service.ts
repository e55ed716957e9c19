import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { DomainEvents, type EventType } from '../../../platform/events/domain-events';
import type { JobOutcome } from '../../../platform/jobs/job-registry';
import { ViewingCompleted } from '../../journeys/viewing';
import { lockLead, readLeads } from './sop.rows';
import { SopPlanQueries } from './sop-plan.queries';
import { TaskOpeningService } from './task-opening.service';
import { TaskOwnerQueries } from './task-owner.queries';

type PayloadOf<E> = E extends EventType<infer P> ? P : never;

/** After a visit its plan starts (F10), for whoever serves the lead by then. Delivered twice it starts once. */
@Injectable()
export class VisitReactionsService {
  constructor(
    private readonly database: Database,
    private readonly plans: SopPlanQueries,
    private readonly owners: TaskOwnerQueries,
    private readonly opening: TaskOpeningService,
    events: DomainEvents,
  ) {
    events.on(ViewingCompleted, 'sop', (event) => this.completed(event));
  }

  private async completed({ leadId, at }: PayloadOf<typeof ViewingCompleted>): Promise<JobOutcome> {
    const seen = leadId ? (await readLeads(this.database.manager, [leadId])).get(leadId) : undefined;
    if (!leadId || !seen?.ownerId) return 'skipped';
    const [plans, owner] = await Promise.all([
      this.plans.startingOn('viewing.completed'),
      this.owners.find(seen.ownerId, seen.projectId, at),
    ]);
    return this.database.transaction(async (tx) => {
      const lead = await lockLead(tx, leadId);
      if (lead?.status !== 'accepted' || lead.ownerId !== owner.staffId) return 'skipped';
      let started = false;
      for (const plan of plans) {
        started = (await this.opening.startPlan(tx, plan, leadId, owner, { startedAt: at, countFrom: at })) || started;
      }
      return started ? 'done' : 'skipped';
    });
  }
}
