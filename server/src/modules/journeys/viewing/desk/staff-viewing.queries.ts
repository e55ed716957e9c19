import {
  beijingDate,
  type HostCandidate,
  labelOf,
  type Page,
  type StaffViewing,
  type StaffViewingDetail,
  type StaffViewingsView,
  startOfBeijingDate,
  TOUR_STOPS,
  type ViewingPlan,
} from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { decodeCursor, encodeCursor } from '../../../../platform/http/cursor';
import { CustomerRegister } from '../../../registers/customer';
import { ProjectQueries, UnitQueries, type UnitSale } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import { LeadQueries } from '../../lead';
import { dropOf } from '../hosts/host.policy';
import { Hosts } from '../hosts/hosts';
import { ViewingPlans } from '../plan/viewing-plans';
import { type ViewingRow, viewingOf } from '../viewing.rows';
import { tourOf } from './tour.policy';
import { type Condition, ViewingAccess } from './viewing-access';
import { latestFirst, sayVisitEvent } from './visit-timeline.policy';
import { allowedTo, urgencyOf } from './visit-urgency.policy';

/** @throws CodedError `request.invalid` for a cursor that no list gave */
function placeOf(cursor: string): { at: number; id: string } {
  const [at, id] = decodeCursor(cursor);
  if (typeof at !== 'number' || !Number.isSafeInteger(at) || typeof id !== 'string') throw coded('request.invalid');
  return { at, id };
}

export interface VisitFilter {
  projectId?: string;
  /** Beijing date; today when left out. */
  day?: string;
  view?: StaffViewingsView;
  leadId?: string;
  cursor?: string;
  limit: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SOLD: Readonly<Record<string, string>> = { sold: '已售', reserved: '已被预定' };

const iso = (instant: number): string => new Date(instant).toISOString();
export const warningOf = ({ label, state }: UnitSale): string => `${label} ${SOLD[state] ?? ''}`;

/** Visits as those who receive them see them. Nothing here answers without a scope. */
@Injectable()
export class StaffViewingQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: ViewingAccess,
    private readonly plans: ViewingPlans,
    private readonly hosts: Hosts,
    private readonly leads: LeadQueries,
    private readonly customers: CustomerRegister,
    private readonly projects: ProjectQueries,
    private readonly units: UnitQueries,
    private readonly staff: StaffQueries,
  ) {}

  /** A day in its order, what owes a form oldest first, or one lead's with the latest first; by keyset. */
  async list(actor: StaffActor, filter: VisitFilter): Promise<Page<StaffViewing>> {
    const latestFirst = filter.leadId !== undefined;
    const conditions = await this.conditions(actor, filter);
    if (filter.cursor) {
      const { at, id } = placeOf(filter.cursor);
      const sign = latestFirst ? '<' : '>';
      conditions.push({ sql: `(v.starts_at ${sign} ? OR (v.starts_at = ? AND v.id ${sign} ?))`, values: [at, at, id] });
    }
    const way = latestFirst ? 'DESC' : 'ASC';
    const raw = await this.database.rows<Record<string, unknown>>(
      `SELECT v.* FROM viewings v WHERE ${conditions.map((c) => c.sql).join(' AND ')} ORDER BY v.starts_at ${way}, v.id ${way} LIMIT ?`,
      [...conditions.flatMap((c) => c.values), filter.limit + 1],
    );
    const page = raw.slice(0, filter.limit).map(viewingOf);
    const last = page.at(-1);
    const nextCursor = raw.length > filter.limit && last ? encodeCursor([last.starts_at, last.id]) : null;
    return { items: await this.describe(actor, page), nextCursor };
  }

  /** @throws CodedError `viewing.not-found` */
  async detail(actor: StaffActor, id: string): Promise<StaffViewingDetail> {
    const row = await this.one(actor, id);
    const [[view], sales, events] = await Promise.all([
      this.describe(actor, [row]),
      this.units.sales(row.unit_ids),
      this.database.rows<{ at: number | string; type: string; actor_kind: string; actor_id: string | null; data: string | null }>(
        'SELECT at, type, actor_kind, actor_id, data FROM viewing_events WHERE viewing_id = ? ORDER BY id DESC',
        [id],
      ),
    ]);
    const plan = await this.planOf(row);
    const told = events.map((event) => ({ ...event, at: Number(event.at), data: event.data ? JSON.parse(event.data) : null }));
    const people = await this.staff.byIds(
      [...row.tour.map(({ by }) => ({ actor_kind: 'staff', actor_id: by, data: null })), ...told].flatMap(
        ({ actor_kind, actor_id, data }) => [
          ...(actor_kind === 'staff' && actor_id ? [actor_id] : []),
          ...(data?.to ? [String(data.to)] : []),
        ],
      ),
    );
    const nameOf = (staffId: unknown) => people.get(String(staffId))?.name ?? '同事';
    return {
      ...(view as StaffViewing),
      units: row.unit_ids.flatMap((unitId) => sales.get(unitId) ?? []),
      hostChoice: row.host_choice,
      timeline: latestFirst(
        told.map(({ at, type, actor_kind, actor_id, data }) => ({
          at: iso(at),
          type,
          text: sayVisitEvent(type, data, nameOf, at),
          by: actor_kind === 'customer' ? '客户' : actor_kind === 'staff' ? nameOf(actor_id) : null,
        })),
        row.tour.map(({ stop, at, by }) => ({ at: iso(at), type: 'toured', text: `看了${labelOf(TOUR_STOPS, stop)}`, by: nameOf(by) })),
      ),
      tour: tourOf(plan?.tourStops ?? null, row.kind, row.tour),
      checkedInAt: row.checked_in_at === null ? null : iso(row.checked_in_at),
      feedback: row.feedback,
      rating: row.rating ? { stars: row.rating.stars, tags: row.rating.tags, words: row.rating.words } : null,
    };
  }

  /** Who could receive the visitor instead, and what stands against the others. */
  async candidates(actor: StaffActor, id: string): Promise<HostCandidate[]> {
    const row = await this.one(actor, id);
    const plan = row.plan_id ? await this.planOf(row) : null;
    if (!plan) return [];
    const slot = { startsAt: row.starts_at, endsAt: row.ends_at };
    const crew = await this.hosts.crew({ ...plan, personalHost: true }, slot.startsAt, slot.endsAt);
    const facts = await this.hosts.facts(this.database.manager, crew, slot, plan, row.slot_id ?? undefined);
    return facts.map((c) => ({
      staffId: c.staffId,
      name: c.name,
      chosen: c.staffId === row.host_id,
      dropped: c.staffId === row.host_id ? null : dropOf(c),
      viewingsThatDay: c.viewingsThatDay,
    }));
  }

  async one(actor: StaffActor, id: string): Promise<ViewingRow> {
    const scope = await this.access.wide(actor);
    const [raw] = await this.database.rows<Record<string, unknown>>(`SELECT v.* FROM viewings v WHERE v.id = ? AND ${scope.sql}`, [
      id,
      ...scope.values,
    ]);
    if (!raw) throw coded('viewing.not-found');
    return viewingOf(raw);
  }

  /** The version it was booked under; the one in force for who came without a booking. */
  private async planOf({ plan_id, project_id, kind }: ViewingRow): Promise<ViewingPlan | null> {
    if (!plan_id) return this.plans.find(project_id, kind);
    return (await this.plans.byIds([plan_id])).get(plan_id) ?? null;
  }

  private async conditions(actor: StaffActor, { projectId, day, view, leadId }: VisitFilter): Promise<Condition[]> {
    if (leadId !== undefined) return [await this.access.wide(actor), { sql: 'v.lead_id = ?', values: [leadId] }];
    const project = projectId ? [{ sql: 'v.project_id = ?', values: [(await this.projects.ofStaff(actor, projectId)).id] }] : [];
    const mine = { sql: 'v.host_id = ?', values: [actor.staffId] };
    // A guest without a lead is not written about: an evening of neighbours would hide what is owed of customers.
    if (view === 'owed') return [mine, { sql: `v.status = 'checked-in' AND v.lead_id IS NOT NULL`, values: [] }, ...project];
    const from = startOfBeijingDate(day ?? beijingDate(this.clock.now()));
    const that = { sql: 'v.starts_at >= ? AND v.starts_at < ?', values: [from, from + DAY] };
    return [view === 'mine' ? mine : await this.access.condition(actor), that, ...project];
  }

  /** Fills in the names that other features own, in one question to each. */
  private async describe(actor: StaffActor, rows: readonly ViewingRow[]): Promise<StaffViewing[]> {
    const leadIds = rows.flatMap((row) => row.lead_id ?? []);
    const [customers, hosts, projects, leads, open, plans, sales] = await Promise.all([
      this.customers.briefs(rows.map((row) => row.customer_id)),
      this.staff.byIds(rows.flatMap((row) => row.host_id ?? [])),
      this.projects.names(rows.map((row) => row.project_id)),
      this.leads.standings(leadIds),
      this.leads.openTo(actor, leadIds),
      this.plans.byIds(rows.flatMap((row) => row.plan_id ?? [])),
      this.units.sales(rows.filter((row) => row.status === 'booked').flatMap((row) => row.unit_ids)),
    ]);
    const now = this.clock.now();
    const [mayReceive, mayAssign] = [actor.permissions.includes('viewing.receive'), actor.permissions.includes('viewing.assign')];
    const decides = this.access.decides(actor);
    return rows.map((row) => {
      const customer = customers.get(row.customer_id);
      const host = row.host_id ? hosts.get(row.host_id) : undefined;
      const plan: Pick<ViewingPlan, 'bufferBeforeMinutes' | 'bufferAfterMinutes'> | undefined = plans.get(row.plan_id ?? '');
      const who = { isHost: row.host_id === actor.staffId, decides, mayReceive, mayAssign };
      return {
        id: row.id,
        number: row.number,
        status: row.status,
        kind: row.kind,
        projectId: row.project_id,
        projectName: projects.get(row.project_id) ?? '',
        startsAt: iso(row.starts_at),
        endsAt: iso(row.ends_at),
        takenFrom: iso(row.starts_at - (plan?.bufferBeforeMinutes ?? 0) * MINUTE),
        takenUntil: iso(row.ends_at + (plan?.bufferAfterMinutes ?? 0) * MINUTE),
        partySize: row.party_size,
        customer: {
          name: customer?.name ?? '',
          phoneMasked: customer?.phoneMasked ?? '',
          level: leads.get(row.lead_id ?? '')?.level ?? null,
        },
        host: host ? { id: host.id, name: host.name } : null,
        leadId: row.lead_id,
        leadOpen: row.lead_id !== null && open.has(row.lead_id),
        note: row.note,
        urgency: urgencyOf(row, now),
        warnings: row.unit_ids.flatMap((unitId) => {
          const unit = sales.get(unitId);
          return unit && unit.state !== 'available' ? [warningOf(unit)] : [];
        }),
        allowed: allowedTo(row, who, now),
      };
    });
  }
}
