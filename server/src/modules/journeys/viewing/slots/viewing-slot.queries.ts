import {
  beijingDate,
  startOfBeijingDate,
  type ViewingKind,
  type ViewingPlan,
  type ViewingSlotList,
  type ViewingSlotView,
  type WaitStatus,
} from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database, marks } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { InterestDesk } from '../../../registers/customer';
import { ProjectQueries } from '../../../registers/project';
import { WorkSchedules } from '../../../registers/staff';
import { isShownTo } from '../booking/guest.policy';
import { Guests } from '../booking/guests';
import { isHighIntent } from '../booking/high-intent.policy';
import { type AskedSlot, askedSlot } from '../booking/seats';
import { counted, type OwnVisit, VisitorLimits } from '../booking/visitor-limits';
import { type HostCounts, Hosts } from '../hosts/hosts';
import { isTheirOwn, vouchedCustomer } from '../own-visits';
import { ViewingPlans } from '../plan/viewing-plans';
import type { ViewingRow } from '../viewing.rows';
import { closureOn, datesBetween, lastDate, slotsOn } from './slots.policy';
import { standingOf } from './standing.policy';

const DAY = 24 * 60 * 60_000;
const MOST_DAYS = 62;

/** Beijing dates, `to` included. */
export interface SlotSpan {
  from: string;
  to: string;
  kind?: ViewingKind;
}

interface PersonFacts {
  highIntent: boolean;
  visits: ReadonlyMap<ViewingKind, OwnVisit[]>;
  /** Slots for which they wait, and whether a seat was offered. */
  waits: ReadonlyMap<string, WaitStatus>;
}

/** How a slot that somebody booked once stands. */
interface Known {
  taken: number;
  takenGeneral: number;
  waiting: number;
  waitingHigh: number;
}

const NOBODY: PersonFacts = { highIntent: false, visits: new Map(), waits: new Map() };
const FRESH: Known = { taken: 0, takenGeneral: 0, waiting: 0, waitingHigh: 0 };

/** What can be booked when, for whoever asks; a handful of statements for any number of days. */
@Injectable()
export class ViewingSlotQueries {
  constructor(
    private readonly database: Database,
    private readonly plans: ViewingPlans,
    private readonly projects: ProjectQueries,
    private readonly schedules: WorkSchedules,
    private readonly hosts: Hosts,
    private readonly guests: Guests,
    private readonly limits: VisitorLimits,
    private readonly desk: InterestDesk,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError `project.not-found` */
  async list(actor: Actor | null, projectId: string, span: SlotSpan): Promise<ViewingSlotList> {
    if (!(await this.projects.find(projectId))?.active) throw coded('project.not-found');
    const [all, ownsHere, person] = await Promise.all([
      this.plans.ofProject(projectId),
      this.guests.ownsAt(actor, projectId),
      this.person(actor, projectId, this.clock.now()),
    ]);
    const plans = all.filter(
      (plan) => plan.active && (span.kind === undefined || plan.kind === span.kind) && isShownTo(plan, { ownsHere }),
    );
    return this.listed(projectId, plans, span, person);
  }

  /** Where a colleague may move this visit to: times of its kind, with the seats its visitor may have, whoever they are shown to. */
  async forVisit(visit: Pick<ViewingRow, 'project_id' | 'kind' | 'customer_id'>, span: SlotSpan): Promise<ViewingSlotList> {
    const [plan, standing] = await Promise.all([
      this.plans.find(visit.project_id, visit.kind),
      this.desk.standing(this.database.manager, visit.project_id, visit.customer_id),
    ]);
    return this.listed(visit.project_id, plan?.active ? [plan] : [], span, { ...NOBODY, highIntent: isHighIntent(standing) });
  }

  private async listed(projectId: string, plans: readonly ViewingPlan[], span: SlotSpan, person: PersonFacts): Promise<ViewingSlotList> {
    const now = this.clock.now();
    const calendar = await this.schedules.office();
    const dates = shownDates(span, plans, now);
    const slots = plans.flatMap((plan) =>
      dates
        .filter((date) => date <= lastDate(plan, now))
        .flatMap((date) => slotsOn(plan, calendar, date).map((slot) => askedSlot(plan, slot)))
        .filter((slot) => slot.startsAt > now),
    );
    const [known, hosts] = await Promise.all([this.known(projectId, slots), this.hostCounts(slots)]);
    const items = slots.map((slot, i) => viewOf(slot, known.get(slot.id) ?? FRESH, hosts[i] ?? null, person, now));
    items.sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
    const closedDays = dates.flatMap((date) => {
      const why =
        plans.length > 0 && plans.every((plan) => closureOn(plan, date) !== null) ? closureOn(plans[0] as ViewingPlan, date) : null;
      return why === null ? [] : [{ date, why }];
    });
    return { items, nextCursor: null, closedDays };
  }

  private async known(projectId: string, slots: readonly AskedSlot[]): Promise<Map<string, Known>> {
    const kinds = [...new Set(slots.map((slot) => slot.plan.kind))];
    if (slots.length === 0) return new Map();
    const starts = slots.map((slot) => slot.startsAt);
    // How many of a line are of high intent is what they were when they joined; who is by now is asked when a seat is taken.
    const rows = await this.database.rows<{ id: string; taken: number; taken_general: number; waiting: number; high: number | string }>(
      `SELECT s.id, s.taken, s.taken_general, s.waiting, CASE WHEN s.waiting = 0 THEN 0 ELSE
         (SELECT COUNT(*) FROM viewing_waits w WHERE w.slot_id = s.id AND w.status = 'waiting' AND w.general = 0) END AS high
       FROM viewing_slots s WHERE s.project_id = ? AND s.kind IN ${marks(kinds.length)} AND s.starts_at BETWEEN ? AND ?`,
      [projectId, ...kinds, Math.min(...starts), Math.max(...starts)],
    );
    return new Map(
      rows.map((r) => [r.id, { taken: r.taken, takenGeneral: r.taken_general, waiting: r.waiting, waitingHigh: Number(r.high) }]),
    );
  }

  /** Null where one host receives everybody. */
  private async hostCounts(slots: readonly AskedSlot[]): Promise<(HostCounts | null)[]> {
    const personal = slots.filter((slot) => slot.plan.personalHost);
    const [first] = personal;
    if (!first) return slots.map(() => null);
    const [from, to] = [Math.min(...personal.map((s) => s.startsAt)), Math.max(...personal.map((s) => s.endsAt))];
    const crew = await this.hosts.crewToCount(first.plan.projectId, from, to);
    const counts = await this.hosts.counts(
      crew,
      personal.map((slot) => ({ startsAt: slot.startsAt, endsAt: slot.endsAt, buffers: slot.plan })),
    );
    const byId = new Map(personal.map((slot, i) => [slot.id, counts[i] ?? null]));
    return slots.map((slot) => byId.get(slot.id) ?? null);
  }

  /** What they may know of themselves: whoever only typed a number sees what they asked for with it, and nobody's level. */
  private async person(actor: Actor | null, projectId: string, now: number): Promise<PersonFacts> {
    const customerId = actor?.customerId;
    if (!customerId) return NOBODY;
    const { manager } = this.database;
    const vouched = vouchedCustomer(actor) === customerId;
    const [standing, visits, waits] = await Promise.all([
      vouched ? this.desk.standing(manager, projectId, customerId) : null,
      this.limits.ofKinds(manager, customerId, projectId, now),
      this.database.rows<{ slot_id: string; status: WaitStatus; customer_id: string; account_id: string | null }>(
        `SELECT slot_id, status, customer_id, account_id FROM viewing_waits WHERE customer_id = ? AND status IN ('waiting', 'offered')`,
        [customerId],
      ),
    ]);
    const own = waits.filter((wait) => isTheirOwn(actor, wait));
    return {
      highIntent: isHighIntent(standing),
      visits: vouched ? visits : ofAccount(visits, actor.accountId),
      waits: new Map(own.map((wait) => [wait.slot_id, wait.status])),
    };
  }
}

/** @throws CodedError `request.invalid` for a span that is none, or too long */
function shownDates({ from, to }: SlotSpan, plans: readonly ViewingPlan[], now: number): string[] {
  if ([from, to].some((date) => Number.isNaN(startOfBeijingDate(date))))
    throw refusedField('request.invalid', 'from', 'date', '日期不正确');
  if (to < from) throw refusedField('request.invalid', 'to', 'order', '结束日期不能早于开始日期');
  if (startOfBeijingDate(to) - startOfBeijingDate(from) >= MOST_DAYS * DAY) {
    throw refusedField('request.invalid', 'to', 'long', `一次最多查看 ${MOST_DAYS} 天`);
  }
  const last =
    plans
      .map((plan) => lastDate(plan, now))
      .sort()
      .at(-1) ?? '';
  const today = beijingDate(now);
  return datesBetween(from > today ? from : today, to < last ? to : last);
}

const ofAccount = (visits: PersonFacts['visits'], accountId: string): PersonFacts['visits'] =>
  new Map([...visits].map(([kind, all]) => [kind, all.filter((visit) => visit.accountId === accountId)]));

function viewOf(
  slot: AskedSlot,
  { taken, takenGeneral, waiting, waitingHigh }: Known,
  hosts: HostCounts | null,
  person: PersonFacts,
  now: number,
): ViewingSlotView {
  const { plan } = slot;
  const visits = person.visits.get(plan.kind) ?? [];
  const own = person.waits.get(slot.id);
  const standing = standingOf(
    plan,
    slot,
    {
      taken,
      takenGeneral,
      freeHosts: hosts?.free ?? null,
      hostsAtWork: hosts?.atWork ?? null,
      line: own === 'waiting' ? waiting - 1 : waiting,
      lineOfHighIntent: waitingHigh,
      highIntent: person.highIntent,
      ...counted(visits, slot.startsAt, now),
      booked: visits.some((visit) => visit.slotId === slot.id),
      waiting: own === 'waiting',
      kept: own === 'offered',
    },
    now,
  );
  return {
    id: slot.id,
    kind: plan.kind,
    title: plan.title,
    audience: plan.audience,
    startsAt: new Date(slot.startsAt).toISOString(),
    endsAt: new Date(slot.endsAt).toISOString(),
    seatsLeft: standing.seatsLeft,
    seats: plan.seats,
    bookable: standing.refusal === null,
    reason: standing.refusal?.text ?? null,
    waitable: standing.waitable,
  };
}
