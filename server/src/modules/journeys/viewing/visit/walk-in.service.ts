import type { ColleagueCard, WalkIn, WalkInReceipt } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, insertRows, select } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { refusedField } from '../../../../platform/http/coded-error';
import { normalisePhone } from '../../../../platform/phone';
import { InterestDesk, type InterestTaken } from '../../../registers/customer';
import { ChannelDirectory, type ProjectBrief, ProjectQueries } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import { viewingNumber } from '../booking/viewing-number';
import { VisitorLimits } from '../booking/visitor-limits';
import { type CrewAtWork, Hosts } from '../hosts/hosts';
import { ViewingPlans } from '../plan/viewing-plans';
import { type ViewingRow, viewingOf } from '../viewing.rows';
import { dayAround } from './arrival.policy';
import { Arrivals } from './arrivals';
import { VisitNotes } from './visit-notes';
import { walkInChoice } from './walk-in.policy';

const VISIT_CHANNEL = 'walk-in.visit';
const USUAL_MINUTES = 60;
const MINUTE = 60_000;

/** Somebody without a booking: name and number, two taps (F3). */
@Injectable()
export class WalkInService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly projects: ProjectQueries,
    private readonly channels: ChannelDirectory,
    private readonly desk: InterestDesk,
    private readonly limits: VisitorLimits,
    private readonly plans: ViewingPlans,
    private readonly staff: StaffQueries,
    private readonly hosts: Hosts,
    private readonly arrivals: Arrivals,
    private readonly notes: VisitNotes,
  ) {}

  /**
   * Opens or joins the lead and writes a visit that is there already. Whoever has a booking of today is checked in with it, and
   * whoever was received today already is not counted twice.
   * @throws CodedError `project.not-found`, `channel.unknown`, `phone.invalid`
   */
  async receive(actor: StaffActor, form: WalkIn): Promise<WalkInReceipt> {
    const project = await this.projects.ofStaff(actor, form.projectId);
    const phone = readPhone(form.phone);
    const channelCode = form.channelCode ?? VISIT_CHANNEL;
    if (!(await this.channels.find(channelCode))) {
      throw refusedField('channel.unknown', 'channelCode', 'unknown', '来源渠道不在登记范围内，请重新选择');
    }
    const [sellers, plan, led] = await Promise.all([
      this.staff.sellingStaff(project.id),
      this.plans.find(project.id, 'viewing'),
      actor.scope.kind === 'team' ? this.staff.teamMembers(actor.scope.teamIds) : ([] as string[]),
    ]);
    const minutes = plan?.lengthMinutes ?? USUAL_MINUTES;
    const now = this.clock.now();
    const crew = await this.hosts.crewToCount(project.id, now, now + minutes * MINUTE);
    const sells = sellers.some((colleague) => colleague.id === actor.staffId);
    const sees = actor.scope.kind === 'group' || actor.scope.kind === 'project';
    return this.database.useCase(async (tx) => {
      const interest = await this.desk.take(tx, {
        project,
        phone,
        name: form.name,
        channelCode,
        note: '现场到访',
        accountId: null,
        enteredById: actor.staffId,
        consent: null,
        preferredStaffId: sells ? actor.staffId : null,
      });
      await this.limits.lock(tx, interest.customerId);
      const visit =
        (await this.ofToday(tx, actor, project.id, interest.customerId)) ??
        (await this.make(tx, actor, project, interest, { crew, minutes, partySize: form.partySize ?? 1 }));
      // A colleague's customer stays the colleague's: whoever entered them learns who receives, not the lead.
      const open = sees || visit.host_id === actor.staffId || led.includes(visit.host_id ?? '');
      return receiptOf(visit, visit.host_id ? await this.staff.card(visit.host_id, tx) : null, open);
    });
  }

  private async ofToday(tx: EntityManager, actor: StaffActor, projectId: string, customerId: string): Promise<ViewingRow | null> {
    const now = this.clock.now();
    const { from, to } = dayAround(now);
    const rows = await select<Record<string, unknown>>(
      tx,
      `SELECT * FROM viewings WHERE customer_id = ? AND starts_at >= ? AND starts_at < ? AND project_id = ? AND kind = 'viewing'
         AND status IN ('booked', 'no-show', 'checked-in') ORDER BY id`,
      [customerId, from, to, projectId],
    );
    const away = ({ starts_at }: ViewingRow) => Math.abs(starts_at - now);
    const visits = rows.map(viewingOf).sort((a, b) => away(a) - away(b));
    const of = (wanted: ViewingRow['status']) => visits.find(({ status }) => status === wanted);
    // A visit that was missed this morning does not stand before the one they came for.
    const visit = of('checked-in') ?? of('booked') ?? of('no-show');
    if (!visit || visit.status === 'checked-in') return visit ?? null;
    await this.arrivals.admit(tx, visit, 'staff', { kind: 'staff', id: actor.staffId });
    return { ...visit, status: 'checked-in' };
  }

  private async make(
    tx: EntityManager,
    actor: StaffActor,
    project: ProjectBrief,
    { customerId, leadId, ownerId }: InterestTaken,
    { crew, minutes, partySize }: { crew: CrewAtWork; minutes: number; partySize: number },
  ): Promise<ViewingRow> {
    const now = this.clock.now();
    const choice = await this.choice(tx, actor, ownerId, crew);
    const hostId = choice.chosen.id;
    const row = {
      id: newId(),
      number: viewingNumber(project.code, now),
      project_id: project.id,
      kind: 'viewing' as const,
      plan_id: null,
      slot_id: null,
      starts_at: now,
      ends_at: now + minutes * MINUTE,
      status: 'checked-in' as const,
      origin: 'walk-in' as const,
      customer_id: customerId,
      account_id: null,
      lead_id: leadId,
      host_id: hostId,
      host_choice: choice,
      party_size: partySize,
      note: null,
      unit_ids: [],
      general: true,
      open_key: null,
      reschedules: 0,
      live_code: null,
      checked_in_at: now,
      checked_in_by: 'staff' as const,
      created_at: now,
      updated_at: now,
    };
    await insertRows(tx, 'viewings', [row]);
    await this.hosts.holdWhatIsFree(tx, hostId, row.id, { startsAt: row.starts_at, endsAt: row.ends_at });
    const empty = { completed_at: null, tour: [], feedback: null, stars: null, rating: null, cancelled_at: null, cancel_reason: null };
    const visit = { ...row, ...empty };
    await this.arrivals.announce(tx, visit, 'staff', { kind: 'staff', id: actor.staffId });
    // The lead stays whose it is, and so they hear who came.
    const told = { ...visit, host_id: ownerId };
    if (ownerId !== hostId) await this.notes.tellHost(tx, told, '客户已到访', `由${choice.chosen.name}接待，请及时跟进`, 'by-day');
    return visit;
  }

  private async choice(tx: EntityManager, actor: StaffActor, ownerId: string | null, crew: CrewAtWork) {
    const now = this.clock.now();
    const away = ownerId === null ? null : this.hosts.awayAt(crew, ownerId, now);
    const freeId = away === null ? null : await this.freeNow(tx, crew, now);
    const ids = [actor.staffId, ownerId, freeId].flatMap((id) => id ?? []);
    const people = await this.staff.cards(ids, tx);
    const named = (id: string, unknown: string) => ({ id, name: people.get(id)?.name ?? unknown });
    return walkInChoice({
      actor: { ...named(actor.staffId, '同事'), sells: crew.colleagues.some(({ id }) => id === actor.staffId) },
      owner: ownerId === null ? null : { ...named(ownerId, '原顾问'), away },
      free: freeId === null ? null : named(freeId, '同事'),
    });
  }

  private async freeNow(tx: EntityManager, crew: CrewAtWork, now: number): Promise<string | null> {
    const minute = { startsAt: now, endsAt: now + MINUTE };
    const { line } = await this.hosts.order(tx, crew, minute, { bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }, null);
    return line[0] ?? null;
  }
}

function readPhone(input: string): string {
  const read = normalisePhone(input);
  if (!read.ok) throw refusedField('phone.invalid', 'phone', 'phone', '手机号格式不正确，请检查后重新填写');
  return read.e164;
}

const receiptOf = (visit: ViewingRow, host: ColleagueCard | null, open: boolean): WalkInReceipt => ({
  id: visit.id,
  number: visit.number,
  status: visit.status,
  startsAt: new Date(visit.starts_at).toISOString(),
  endsAt: new Date(visit.ends_at).toISOString(),
  host,
  leadId: open ? visit.lead_id : null,
});
