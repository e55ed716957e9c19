import type { MyViewing, Page } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { ProjectQueries } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import { changeableUntil } from '../changing/change-limits.policy';
import { isTheirOwn, vouchedCustomer } from '../own-visits';
import { ViewingPlans } from '../plan/viewing-plans';
import { type ViewingRow, viewingOf } from '../viewing.rows';
import { mayRate } from '../visit/arrival.policy';
import { Presence } from '../visit/presence';
import { calendarFile } from './calendar-file';
import { promiseOf, stepsOf } from './visit-words.policy';

const MOST = 50;
const OWN =
  '(SELECT id FROM viewings WHERE customer_id = ? UNION SELECT id FROM viewings WHERE account_id = ?) own JOIN viewings v ON v.id = own.id';

const iso = (instant: number): string => new Date(instant).toISOString();

/** A visitor's own visits. */
@Injectable()
export class MyViewingsQueries {
  constructor(
    private readonly database: Database,
    private readonly plans: ViewingPlans,
    private readonly projects: ProjectQueries,
    private readonly staff: StaffQueries,
    private readonly presence: Presence,
    private readonly clock: Clock,
  ) {}

  /** Those to come first, soonest on top; past ones after, latest on top. */
  async of(actor: Actor): Promise<Page<MyViewing>> {
    const rows = (
      await this.database.rows<Record<string, unknown>>(`SELECT v.* FROM ${OWN} ORDER BY v.starts_at DESC, v.id DESC LIMIT ${MOST}`, [
        vouchedCustomer(actor) ?? '',
        actor.accountId,
      ])
    ).map(viewingOf);
    const isOpen = (row: ViewingRow) => row.status === 'booked' || row.status === 'checked-in';
    const sorted = [...rows.filter(isOpen).reverse(), ...rows.filter((row) => !isOpen(row))];
    return { items: await this.views(actor, sorted), nextCursor: null };
  }

  /** @throws CodedError `viewing.not-found` for somebody else's */
  async one(actor: Actor, id: string): Promise<MyViewing> {
    const [view] = await this.views(actor, [await this.own(actor, id)]);
    return view as MyViewing;
  }

  /** As an entry for a phone's calendar. */
  async calendarFile(actor: Actor, id: string): Promise<string> {
    const visit = await this.one(actor, id);
    return calendarFile({
      uid: `${visit.id}@guihu`,
      startsAt: Date.parse(visit.startsAt),
      endsAt: Date.parse(visit.endsAt),
      title: `${visit.projectName} ${visit.title}`,
      place: visit.address,
      words: `预约编号 ${visit.number}${visit.host ? `，${visit.host.name}接待，电话 ${visit.host.phone}` : ''}`,
      sequence: (await this.own(actor, id)).reschedules + (visit.status === 'cancelled' ? 1 : 0),
      cancelled: visit.status === 'cancelled',
      madeAt: this.clock.now(),
    });
  }

  private async own(actor: Actor, id: string): Promise<ViewingRow> {
    const [raw] = await this.database.rows<Record<string, unknown>>(
      'SELECT * FROM viewings WHERE id = ? AND (customer_id = ? OR account_id = ?)',
      [id, vouchedCustomer(actor) ?? '', actor.accountId],
    );
    if (!raw) throw coded('viewing.not-found');
    return viewingOf(raw);
  }

  private async views(actor: Actor, rows: readonly ViewingRow[]): Promise<MyViewing[]> {
    // Whoever booked with somebody else's number does not learn who serves that person.
    const theirOwn = (row: ViewingRow) => isTheirOwn(actor, row);
    const [plans, cards, projects, mayAnswer] = await Promise.all([
      this.plans.byIds(rows.flatMap((row) => row.plan_id ?? [])),
      this.staff.cards([...new Set(rows.filter(theirOwn).flatMap((row) => row.host_id ?? []))]),
      Promise.all([...new Set(rows.map((row) => row.project_id))].map(async (id) => [id, await this.projects.find(id)] as const)),
      this.presence.among(actor, rows),
    ]);
    const places = new Map(projects);
    const now = this.clock.now();
    return rows.map((row) => {
      const plan = (row.plan_id && plans.get(row.plan_id)) || null;
      const project = places.get(row.project_id);
      const host = theirOwn(row) && row.host_id ? (cards.get(row.host_id) ?? null) : null;
      const until = changeableUntil(plan, row.starts_at);
      const left = Math.max(0, (plan?.mostReschedules ?? 0) - row.reschedules);
      const open = row.status === 'booked' && now <= until;
      // How it was is said by who was there, to the house.
      const told = mayAnswer.includes(row) ? row : { ...row, stars: null };
      return {
        id: row.id,
        number: row.number,
        status: row.status,
        startsAt: iso(row.starts_at),
        endsAt: iso(row.ends_at),
        host,
        kind: row.kind,
        title: plan?.title ?? '到访接待',
        projectId: row.project_id,
        projectName: project?.name ?? '',
        address: project?.address ?? '',
        partySize: row.party_size,
        note: row.note,
        createdAt: iso(row.created_at),
        steps: stepsOf(told, host?.name ?? null, now),
        changeableUntil: open ? iso(until) : null,
        reschedulesLeft: left,
        allowed: [
          ...(open && left > 0 ? (['reschedule'] as const) : []),
          ...(open ? (['cancel'] as const) : []),
          ...(mayRate(row, now) && mayAnswer.includes(row) ? (['rate'] as const) : []),
        ],
        promise: promiseOf(told, host?.name ?? null, now, mayAnswer.includes(row)),
        rating: row.rating && mayAnswer.includes(row) ? { stars: row.rating.stars, tags: row.rating.tags, words: row.rating.words } : null,
      };
    });
  }
}
