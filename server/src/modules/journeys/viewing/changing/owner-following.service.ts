import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database, execute } from '../../../../platform/database/database';
import { DomainEvents, type EventType } from '../../../../platform/events/domain-events';
import type { JobOutcome } from '../../../../platform/jobs/job-registry';
import { LeadAccepted } from '../../lead';
import { orderHosts } from '../hosts/host.policy';
import { Hosts } from '../hosts/hosts';
import { ViewingPlans } from '../plan/viewing-plans';
import { lockViewings, SYSTEM, type ViewingRow, writeViewingEvent } from '../viewing.rows';
import { ViewingMessages } from '../viewing-messages';

type PayloadOf<E> = E extends EventType<infer P> ? P : never;

/** Whoever accepts a lead receives its customer from now on, where they are free (C9). May be delivered twice or late. */
@Injectable()
export class OwnerFollowingService {
  constructor(
    private readonly database: Database,
    private readonly plans: ViewingPlans,
    private readonly hosts: Hosts,
    private readonly messages: ViewingMessages,
    private readonly clock: Clock,
    events: DomainEvents,
  ) {
    events.on(LeadAccepted, 'viewing', (event) => this.accepted(event));
  }

  private async accepted({ leadId, staffId }: PayloadOf<typeof LeadAccepted>): Promise<JobOutcome> {
    const rows = await this.database.rows<{ id: string; plan_id: string | null }>(
      `SELECT id, plan_id FROM viewings WHERE lead_id = ? AND status = 'booked' AND starts_at > ? AND host_id <> ?`,
      [leadId, this.clock.now(), staffId],
    );
    let moved = 0;
    for (const { id } of rows) if (await this.follow(id, staffId)) moved += 1;
    return moved > 0 ? 'done' : 'skipped';
  }

  private async follow(id: string, staffId: string): Promise<boolean> {
    const [seen] = await this.database.rows<{ plan_id: string | null; starts_at: number | string; ends_at: number | string }>(
      'SELECT plan_id, starts_at, ends_at FROM viewings WHERE id = ?',
      [id],
    );
    const plan = seen?.plan_id ? (await this.plans.byIds([seen.plan_id])).get(seen.plan_id) : undefined;
    if (!seen || !plan?.personalHost) return false;
    const slot = { startsAt: Number(seen.starts_at), endsAt: Number(seen.ends_at) };
    const crew = await this.hosts.crew(plan, slot.startsAt, slot.endsAt);
    return this.database.transaction(async (tx) => {
      const [visit] = await lockViewings(tx, [id]);
      if (visit?.status !== 'booked' || visit.starts_at !== slot.startsAt || visit.host_id === staffId) return false;
      const candidates = await this.hosts.facts(tx, crew, slot, plan);
      const own = candidates.find((c) => c.staffId === staffId);
      const order = orderHosts({ sticky: own ? { staffId, name: own.name } : null, candidates });
      if (!own || order.line[0] !== staffId || !(await this.hosts.hold(tx, staffId, id, slot, plan))) return false;
      await this.handOver(tx, visit, { id: staffId, choice: order.explain(staffId) });
      return true;
    });
  }

  private async handOver(tx: EntityManager, visit: ViewingRow, to: { id: string; choice: ViewingRow['host_choice'] }): Promise<void> {
    const now = this.clock.now();
    if (visit.host_id) await this.hosts.free(tx, visit.id, visit.host_id);
    await execute(tx, 'UPDATE viewings SET host_id = ?, host_choice = ?, updated_at = ? WHERE id = ?', [
      to.id,
      JSON.stringify(to.choice),
      now,
      visit.id,
    ]);
    await writeViewingEvent(tx, visit.id, now, 'rehosted', SYSTEM, { from: visit.host_id, to: to.id, why: 'lead-accepted' });
    const moved = { ...visit, host_id: to.id, host_choice: to.choice };
    await this.messages.changed(tx, moved, `由${to.choice.chosen?.name ?? '同事'}接待您`, visit.host_id);
  }
}
