import type { ConsentGiven, ViewingBooking, ViewingReceipt } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { normalisePhone } from '../../../../platform/phone';
import { Consents, CustomerRegister, InterestDesk, type InterestTaken } from '../../../registers/customer';
import { Accounts, Sessions } from '../../../registers/identity';
import { OWN_FORM_CHANNEL, UnitQueries } from '../../../registers/project';
import { type Prepared, SlotDesk } from '../slots/slot-desk';
import { heldForLine } from '../slots/standing.policy';
import { BookingQueue } from './booking-queue';
import { Guests } from './guests';
import { Placing } from './placing';
import { type AskedSlot, Seats } from './seats';
import { viewingNumber } from './viewing-number';
import { VisitorLimits } from './visitor-limits';

/** Who fills a form of this journey. */
export interface Applicant {
  name: string;
  phone?: string;
  liveCode?: string;
  consent: ConsentGiven;
}

/** The customer of a form, and the lead it belongs to; a guest has none. */
type Received = Pick<InterestTaken, 'customerId' | 'customerIsNew' | 'ownerId'> & { leadId: string | null };

@Injectable()
export class ViewingBookingService {
  constructor(
    private readonly database: Database,
    private readonly queue: BookingQueue,
    private readonly slots: SlotDesk,
    private readonly seats: Seats,
    private readonly placing: Placing,
    private readonly guests: Guests,
    private readonly limits: VisitorLimits,
    private readonly desk: InterestDesk,
    private readonly consents: Consents,
    private readonly customers: CustomerRegister,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly units: UnitQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Books a slot, with every rule inside the one transaction.
   * @throws CodedError `viewing.*`, an unreadable phone, an outdated policy or a missing agreement
   */
  async book(actor: Actor, form: ViewingBooking): Promise<ViewingReceipt> {
    const found = await this.slots.find(form.slotId);
    await this.guests.admit(actor, found.slot.plan);
    // Most of a rush finds the door closed: it is told without making anything. The seat itself is decided further down.
    if (await this.closed(actor, found.slot)) throw coded('viewing.slot-full');
    await this.consents.check(form.consent);
    const phone = await this.phoneOf(actor, form.phone);
    const unitIds = await this.wanted(form.unitIds ?? [], found.slot.plan.projectId);
    const prepared = await this.slots.withCrew(found);
    return this.queue.take(async (tx) => {
      const number = viewingNumber(prepared.project.code, this.clock.now());
      const interest = await this.interest(tx, actor, prepared, { ...form, phone }, `预约看房 ${number}`);
      const place = () =>
        this.placing.place(
          tx,
          prepared,
          {
            number,
            customerId: interest.customerId,
            leadId: interest.leadId,
            accountId: actor.accountId,
            partySize: form.partySize ?? 1,
            note: form.note || null,
            unitIds,
            liveCode: form.liveCode ?? null,
            leadIsFree: interest.leadId !== null && interest.ownerId === null,
          },
          null,
        );
      const placed = await this.limits.discreetly(tx, actor, interest.customerId, place);
      return this.receipt(actor, prepared, placed, interest);
    });
  }

  /** Opens or joins the lead, but for a guest; an account that made a new customer is theirs from now on. */
  async interest(
    tx: EntityManager,
    actor: Actor,
    { project, slot }: Prepared,
    form: Applicant & { phone: string },
    note: string,
  ): Promise<Received> {
    const guestId = await this.guests.guest(tx, actor, slot.plan, form.phone);
    if (guestId !== null) {
      const agreement = { customerId: guestId, given: form.consent, basis: 'mini-program' as const, isNewCustomer: false };
      await this.consents.record(tx, [agreement]);
      // Whoever receives them calls them by their name.
      await this.customers.complete(tx, guestId, { name: form.name, gender: 'unknown' });
      return { customerId: guestId, customerIsNew: false, ownerId: null, leadId: null };
    }
    const interest = await this.desk.take(tx, {
      project,
      phone: form.phone,
      name: form.name,
      channelCode: OWN_FORM_CHANNEL,
      note,
      liveCode: form.liveCode,
      accountId: actor.accountId,
      enteredById: null,
      consent: { given: form.consent, basis: 'mini-program' },
    });
    if (interest.customerIsNew && !actor.customerId) {
      await this.accounts.adopt(tx, actor.accountId, interest.customerId);
      this.database.afterCommit(tx, () => this.sessions.forget(actor.accountId));
    } else if (interest.customerId !== actor.customerId && (await this.accounts.dispute(tx, interest.customerId, actor.accountId))) {
      this.database.afterCommit(tx, () => this.sessions.forgetCustomer(interest.customerId));
    }
    return interest;
  }

  /** Whoever typed somebody else's number does not learn who serves that person. */
  receipt(
    actor: Actor,
    { slot, crew }: Prepared,
    placed: { id: string; number: string; hostId: string | null },
    interest: Pick<InterestTaken, 'customerId' | 'customerIsNew'>,
  ): ViewingReceipt {
    const theirOwn = interest.customerIsNew || interest.customerId === actor.customerId;
    return {
      id: placed.id,
      number: placed.number,
      status: 'booked',
      startsAt: new Date(slot.startsAt).toISOString(),
      endsAt: new Date(slot.endsAt).toISOString(),
      host: placed.hostId && theirOwn ? (crew.cards.get(placed.hostId) ?? null) : null,
    };
  }

  /** E.164: what was typed, else the number that WeChat vouched for. */
  async phoneOf(actor: Actor, typed: string | undefined): Promise<string> {
    if (typed !== undefined && typed !== '') {
      const read = normalisePhone(typed);
      if (!read.ok) throw refusedField('phone.invalid', 'phone', 'phone', '手机号格式不正确，请检查后重新填写');
      return read.e164;
    }
    const account = await this.accounts.byId(actor.accountId);
    if (!account?.customerId || !account.phoneVerified) {
      throw refusedField('account.phone-required', 'phone', 'required', '请填写手机号，或使用微信手机号快捷填写');
    }
    return this.customers.phoneOf(this.database.manager, account.customerId);
  }

  /** Whether nobody can book here just now, or only those who wait and this account does not. */
  private async closed({ accountId }: Actor, slot: AskedSlot): Promise<boolean> {
    const { waiting, ...taken } = await this.seats.taken(this.database.manager, slot.id);
    if (taken.taken >= slot.plan.seats) return true;
    const anybody = { ...taken, line: waiting, highIntent: true, lineOfHighIntent: 0 };
    if (!heldForLine(slot.plan, slot, anybody, this.clock.now())) return false;
    const own = await this.database.rows(
      `SELECT id FROM viewing_waits WHERE slot_id = ? AND status IN ('waiting', 'offered') AND account_id = ? LIMIT 1`,
      [slot.id, accountId],
    );
    return own.length === 0;
  }

  private async wanted(unitIds: readonly string[], projectId: string): Promise<string[]> {
    const places = await this.units.places(unitIds);
    if (unitIds.some((id) => places.get(id)?.projectId !== projectId)) {
      throw refusedField('request.invalid', 'unitIds', 'unit', '意向房源不在这个楼盘，请重新选择');
    }
    return [...new Set(unitIds)];
  }
}
