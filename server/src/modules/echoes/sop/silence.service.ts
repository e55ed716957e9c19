import type { SopPlanView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { JobQueue } from '../../../platform/jobs/job-queue';
import type { JobOutcome } from '../../../platform/jobs/job-registry';
import { judgeSilence, silencePeriodMs, silentSince } from './silence.policy';
import { SopTask } from './sop.entity';
import { SOP_SILENCE } from './sop.jobs';
import { type LeadFacts, lockLead, readLeads } from './sop.rows';
import { SopPlanQueries } from './sop-plan.queries';
import { TaskOpeningService } from './task-opening.service';
import { TaskOwnerQueries } from './task-owner.queries';

/** Rule D6: nobody served is left without a contact for longer than a month. One job for each lead watches over it. */
@Injectable()
export class SilenceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly plans: SopPlanQueries,
    private readonly owners: TaskOwnerQueries,
    private readonly opening: TaskOpeningService,
  ) {}

  plan(): Promise<SopPlanView | null> {
    return this.plans.startingOn('lead.silent').then((plans) => plans[0] ?? null);
  }

  /** Watches a served lead from its last effective contact on. The caller holds the lead. */
  async watch(tx: EntityManager, lead: LeadFacts, plan: SopPlanView | null): Promise<void> {
    if (!plan || lead.status !== 'accepted' || lead.acceptedAt === null) return;
    await this.checkAt(tx, lead.id, silentSince({ ...lead, acceptedAt: lead.acceptedAt }) + silencePeriodMs(plan.steps));
  }

  async forget(tx: EntityManager, leadId: string): Promise<void> {
    await this.jobs.cancel(tx, `lead:${leadId}`, SOP_SILENCE);
  }

  /** Looks whether the lead is silent still; a contact, another colleague or the end of the lead may have come in between. */
  async check(leadId: string, finish: (tx: EntityManager) => Promise<void>): Promise<JobOutcome> {
    const plan = await this.plan();
    const known = (await readLeads(this.database.manager, [leadId])).get(leadId);
    const owner = known?.ownerId ? await this.owners.find(known.ownerId, known.projectId, this.clock.now()) : null;
    return this.database.transaction(async (tx) => {
      const lead = await lockLead(tx, leadId);
      // Finished first: the next look is asked for under the same key.
      await finish(tx);
      if (!plan || !lead || lead.status !== 'accepted' || lead.acceptedAt === null) return 'skipped';
      const since = silentSince({ ...lead, acceptedAt: lead.acceptedAt });
      const verdict = judgeSilence(since, silencePeriodMs(plan.steps), this.clock.now());
      await this.checkAt(tx, leadId, verdict.nextCheckAt);
      if (!verdict.silent || !owner || lead.ownerId !== owner.staffId) return 'skipped';
      if (await tx.existsBy(SopTask, { leadId, planKey: plan.key, status: 'open' })) return 'skipped';
      return (await this.opening.startPlan(tx, plan, leadId, owner, verdict)) ? 'done' : 'skipped';
    });
  }

  private checkAt(tx: EntityManager, leadId: string, runAt: number): Promise<void> {
    return this.jobs.add(tx, {
      kind: SOP_SILENCE,
      payload: { leadId },
      key: `${SOP_SILENCE}:${leadId}`,
      runAt,
      reschedule: true,
      subject: `lead:${leadId}`,
    });
  }
}
