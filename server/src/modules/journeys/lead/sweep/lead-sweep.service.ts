import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database, execute } from '../../../../platform/database/database';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { Log } from '../../../../platform/logging/log';
import { Metrics } from '../../../../platform/metrics/metrics';
import { OFFER_EXPIRY, ROUTE_LEAD } from '../lead.jobs';
import { leadSubject, writeEvent } from '../lead.rows';
import { AgentTallies } from '../routing/agent-tallies';

/** A transaction that is still open may be about to write the job; a sweep does not run ahead of it. */
const GRACE_MS = 2 * 60_000;
const MOST_AT_ONCE = 500;

export interface SweepReport {
  unrouted: number;
  unclocked: number;
  ownerless: number;
  tallies: number;
}

/**
 * What must always hold: no lead without an owner, a pool or a pending job. Looks for those that fell through, puts them
 * right, and makes it known: each repair is an event on the lead, a log line and a count.
 */
@Injectable()
export class LeadSweepService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly tallies: AgentTallies,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  async sweep(): Promise<SweepReport> {
    const before = this.clock.now() - GRACE_MS;
    const report = {
      unrouted: await this.repair('unrouted', this.withoutRouting(before), (tx, lead) => this.routeAgain(tx, lead.id)),
      unclocked: await this.repair('unclocked', this.withoutClock(before), (tx, lead) =>
        this.clockAgain(tx, lead.id, lead.offer_id as string),
      ),
      ownerless: await this.repair('ownerless', this.withoutOwner(before), (tx, lead) => this.poolIt(tx, lead.id)),
      tallies: await this.tallies.recount(),
    };
    if (report.tallies > 0) this.metrics.orphans.inc({ kind: 'tally' }, report.tallies);
    return report;
  }

  /** Received, but no routing job waits or runs. A dead one does not count: somebody must be asked again. */
  private withoutRouting(before: number): Promise<Orphan[]> {
    return this.find(`l.status = 'received' AND l.updated_at < ? AND NOT EXISTS ${this.liveJob(ROUTE_LEAD)}`, before);
  }

  /** Offered, but nothing will happen when the time is over. */
  private withoutClock(before: number): Promise<Orphan[]> {
    return this.find(
      `l.status = 'offered' AND l.offer_id IS NOT NULL AND l.updated_at < ? AND NOT EXISTS ${this.liveJob(OFFER_EXPIRY)}`,
      before,
    );
  }

  /** In a state that needs an owner, without one; or before somebody by no offer, so that it would wait for ever. */
  private withoutOwner(before: number): Promise<Orphan[]> {
    return this.find(`${NEEDS_OWNER} AND l.updated_at < ?`, before);
  }

  private find(condition: string, before: number): Promise<Orphan[]> {
    return this.database.rows<Orphan>(`SELECT l.id, l.offer_id FROM leads l WHERE ${condition} LIMIT ${MOST_AT_ONCE}`, [before]);
  }

  private liveJob(kind: string): string {
    const subject = this.database.dialect === 'sqlite' ? `'lead:' || l.id` : `CONCAT('lead:', l.id)`;
    // By what the job is about, never by its kind: of one kind there are as many as there were leads.
    return `(SELECT 1 FROM jobs j WHERE j.subject = ${subject} AND COALESCE(j.kind, '') = '${kind}' AND j.status IN ('pending', 'running'))`;
  }

  private async repair(
    kind: string,
    found: Promise<Orphan[]>,
    mend: (tx: EntityManager, lead: Orphan) => Promise<boolean>,
  ): Promise<number> {
    let repaired = 0;
    for (const lead of await found) {
      const mended = await this.database.transaction(async (tx) => {
        if (!(await mend(tx, lead))) return false;
        await writeEvent(tx, lead.id, this.clock.now(), 'repaired', null, { reason: kind });
        return true;
      });
      if (!mended) continue;
      repaired += 1;
      this.log.warn({ leadId: lead.id, kind }, 'a lead had fallen through and was put right');
    }
    if (repaired > 0) this.metrics.orphans.inc({ kind }, repaired);
    return repaired;
  }

  private async routeAgain(tx: EntityManager, leadId: string): Promise<boolean> {
    await this.jobs.add(tx, { kind: ROUTE_LEAD, payload: { leadId }, subject: leadSubject(leadId) });
    return true;
  }

  private async clockAgain(tx: EntityManager, leadId: string, offerId: string): Promise<boolean> {
    await this.jobs.add(tx, { kind: OFFER_EXPIRY, payload: { leadId, offerId }, subject: leadSubject(leadId) });
    return true;
  }

  /** Only what is still without an owner: somebody may have taken it since we looked. */
  private async poolIt(tx: EntityManager, leadId: string): Promise<boolean> {
    const pooled = await execute(
      tx,
      `UPDATE leads SET status = 'pooled', owner_id = NULL, offer_id = NULL, accept_by = NULL, updated_at = ?
       WHERE id = ? AND ${NEEDS_OWNER.replaceAll('l.', '')}`,
      [this.clock.now(), leadId],
    );
    return pooled > 0;
  }
}

const NEEDS_OWNER = `l.status IN ('offered', 'accepted', 'escalated') AND (l.owner_id IS NULL OR (l.status = 'offered' AND l.offer_id IS NULL))`;

interface Orphan {
  id: string;
  offer_id: string | null;
}
