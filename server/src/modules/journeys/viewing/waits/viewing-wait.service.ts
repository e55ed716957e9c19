import type { MyWait, ViewingReceipt, WaitRequest } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, execute, insertRows, isDuplicate, select } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import type { JobOutcome } from '../../../../platform/jobs/job-registry';
import { Consents, InterestDesk } from '../../../registers/customer';
import { Guests } from '../booking/guests';
import { isHighIntent } from '../booking/high-intent.policy';
import { openKeyOf, Placing } from '../booking/placing';
import { Seats } from '../booking/seats';
import { ViewingBookingService } from '../booking/viewing-booking.service';
import { viewingNumber } from '../booking/viewing-number';
import { VisitorLimits } from '../booking/visitor-limits';
import { Hosts } from '../hosts/hosts';
import { mayOpen } from '../own-visits';
import { type Prepared, SlotDesk } from '../slots/slot-desk';
import { standingOf } from '../slots/standing.policy';
import { Line } from './line';
import { MyWaitsQueries } from './my-waits.queries';
import { lineEnds } from './offer.policy';
import { type WaitRow, waitOf } from './wait.rows';

type Finish = (tx: EntityManager) => Promise<void>;

/** Standing in line for a full slot: in order, with a deadline once a seat is offered (F5). */
@Injectable()
export class ViewingWaitService {
  constructor(
    private readonly database: Database,
    private readonly slots: SlotDesk,
    private readonly bookings: ViewingBookingService,
    private readonly placing: Placing,
    private readonly guests: Guests,
    private readonly seats: Seats,
    private readonly hosts: Hosts,
    private readonly limits: VisitorLimits,
    private readonly desk: InterestDesk,
    private readonly consents: Consents,
    private readonly line: Line,
    private readonly mine: MyWaitsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError `viewing.state-conflict` where a seat can simply be booked, and the refusals of a booking */
  async join(actor: Actor, form: WaitRequest): Promise<MyWait> {
    const [prepared, phone] = await Promise.all([this.slots.prepare(form.slotId), this.bookings.phoneOf(actor, form.phone)]);
    await this.guests.admit(actor, prepared.slot.plan);
    await this.consents.check(form.consent);
    const { slot } = prepared;
    return this.database.useCase(async (tx) => {
      const now = this.clock.now();
      const interest = await this.bookings.interest(tx, actor, prepared, { ...form, phone }, '候补预约看房');
      await this.limits.lock(tx, interest.customerId);
      const discreetly = <T>(work: () => Promise<T>) => this.limits.discreetly(tx, actor, interest.customerId, work);
      await discreetly(() => this.limits.check(tx, interest.customerId, slot, null, now));
      await discreetly(() => this.limits.checkPlaces(tx, interest.customerId, slot));
      await this.seats.ensure(tx, slot);
      // From here on nobody frees a seat without seeing us.
      await this.seats.lock(tx, [slot.id]);
      const highIntent = isHighIntent(await this.desk.standing(tx, slot.plan.projectId, interest.customerId));
      await this.mayWait(tx, prepared, highIntent, now);
      const id = newId();
      const row = {
        id,
        slot_id: slot.id,
        project_id: slot.plan.projectId,
        kind: slot.plan.kind,
        starts_at: slot.startsAt,
        ends_at: slot.endsAt,
        customer_id: interest.customerId,
        account_id: actor.accountId,
        lead_id: interest.leadId,
        status: 'waiting',
        open_key: openKeyOf(slot.id, interest.customerId),
        note: form.note || null,
        live_code: form.liveCode ?? null,
        general: !highIntent,
        created_at: now,
        updated_at: now,
      };
      await discreetly(() => this.insert(tx, row));
      await this.seats.countLine(tx, slot.id, 1);
      await this.line.clockAt(tx, id, lineEnds(slot.plan, slot.startsAt));
      return this.mine.one(tx, id);
    });
  }

  /** Takes the seat that was offered. @throws CodedError `viewing.state-conflict` when the offer is over, `viewing.slot-unknown` */
  async take(actor: Actor, id: string): Promise<ViewingReceipt> {
    const seen = await this.own(this.database.manager, actor, id, false);
    const prepared = await this.slots.prepare(seen.slot_id);
    // Whoever owned a home here when they joined may have sold it since.
    await this.guests.admit(actor, prepared.slot.plan);
    return this.database.useCase(async (tx) => {
      // Person before slot, as in every booking.
      await this.limits.lock(tx, seen.customer_id);
      const wait = await this.own(tx, actor, id, true);
      const now = this.clock.now();
      if (wait.status !== 'offered' || wait.offer_until === null || wait.offer_until <= now) {
        throw coded('viewing.state-conflict', '保留时间已过，座位已让给下一位');
      }
      const place = () =>
        this.placing.place(
          tx,
          prepared,
          {
            number: viewingNumber(prepared.project.code, now),
            customerId: wait.customer_id,
            leadId: wait.lead_id,
            accountId: wait.account_id as string,
            partySize: 1,
            note: wait.note,
            unitIds: [],
            liveCode: wait.live_code,
            leadIsFree: false,
          },
          { waitId: id, general: wait.general },
        );
      const placed = await this.limits.discreetly(tx, actor, wait.customer_id, place);
      await execute(tx, `UPDATE viewing_waits SET status = 'taken', open_key = NULL, viewing_id = ?, updated_at = ? WHERE id = ?`, [
        placed.id,
        now,
        id,
      ]);
      return this.bookings.receipt(actor, prepared, placed, { customerId: wait.customer_id, customerIsNew: false });
    });
  }

  /** Leaves the line; a seat that was kept goes to the next. */
  async leave(actor: Actor, id: string): Promise<MyWait> {
    return this.database.useCase(async (tx) => {
      const wait = await this.own(tx, actor, id, true);
      if (wait.status !== 'waiting' && wait.status !== 'offered') throw coded('viewing.state-conflict');
      await this.end(tx, wait, 'left');
      return this.mine.one(tx, id);
    });
  }

  /** Takes a place out of its line for whoever has another one. */
  async giveUp(tx: EntityManager, id: string): Promise<void> {
    const wait = await this.lock(tx, id);
    if (wait?.status === 'waiting' || wait?.status === 'offered') await this.end(tx, wait, 'left');
  }

  /** The deadline of an offer, or of waiting itself, has come. */
  async tick(id: string, finish: Finish): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      await finish(tx);
      const wait = await this.lock(tx, id);
      if (!wait || (wait.status !== 'waiting' && wait.status !== 'offered')) return 'skipped';
      const now = this.clock.now();
      if (wait.status === 'offered' && wait.offer_until !== null && wait.offer_until > now) {
        await this.line.clockAt(tx, id, wait.offer_until);
        return 'skipped';
      }
      await this.end(tx, wait, 'lapsed');
      return 'done';
    });
  }

  private async end(tx: EntityManager, wait: WaitRow, status: 'left' | 'lapsed'): Promise<void> {
    await execute(tx, 'UPDATE viewing_waits SET status = ?, open_key = NULL, updated_at = ? WHERE id = ?', [
      status,
      this.clock.now(),
      wait.id,
    ]);
    if (wait.status === 'waiting') return this.seats.countLine(tx, wait.slot_id, -1);
    await this.hosts.free(tx, wait.id);
    await this.line.giveBack(tx, wait.slot_id, wait.general);
  }

  /** The rule by which the list of slots offers to wait, on facts that stand still. The caller holds the slot. */
  private async mayWait(tx: EntityManager, { slot, crew }: Prepared, highIntent: boolean, now: number): Promise<void> {
    const { plan } = slot;
    const taken = await this.seats.taken(tx, slot.id);
    const [hosts] = plan.personalHost ? await this.hosts.counts(crew, [{ ...slot, buffers: plan }], tx) : [];
    const facts = {
      ...taken,
      highIntent,
      line: taken.waiting,
      lineOfHighIntent: highIntent && taken.waiting > 0 ? await this.line.ofHighIntent(tx, slot) : 0,
      freeHosts: hosts?.free ?? null,
      hostsAtWork: hosts?.atWork ?? null,
      // What this person has was judged before, and a second place of theirs is refused by the table.
      ...{ open: 0, thatDay: 0, booked: false, waiting: false, kept: false },
    };
    const { refusal, waitable } = standingOf(plan, slot, facts, now);
    if (!refusal) throw coded('viewing.state-conflict', '这个时段还有空位，可以直接预约');
    if (!waitable) throw coded(refusal.code, refusal.text);
  }

  private async insert(tx: EntityManager, row: Record<string, unknown>): Promise<void> {
    try {
      await insertRows(tx, 'viewing_waits', [row]);
    } catch (error) {
      if (isDuplicate(error)) throw coded('viewing.already-booked', '您已在候补名单中，有空位会通知您');
      throw error;
    }
  }

  /** @throws CodedError `viewing.not-found` for somebody else's place */
  private async own(tx: EntityManager, actor: Actor, id: string, locked: boolean): Promise<WaitRow> {
    const wait = await this.lock(tx, id, locked);
    if (!wait || !mayOpen(actor, wait)) throw coded('viewing.not-found');
    return wait;
  }

  /** Slot before place, as everybody who frees a seat does: else two of them would wait for each other. */
  private async lock(tx: EntityManager, id: string, locked = true): Promise<WaitRow | null> {
    const [seen] = await select<Record<string, unknown>>(tx, 'SELECT * FROM viewing_waits WHERE id = ?', [id]);
    if (!seen || !locked || this.database.dialect === 'sqlite') return seen ? waitOf(seen) : null;
    await this.seats.lock(tx, [String(seen.slot_id)]);
    const [row] = await select<Record<string, unknown>>(tx, 'SELECT * FROM viewing_waits WHERE id = ? FOR UPDATE', [id]);
    return row ? waitOf(row) : null;
  }
}
