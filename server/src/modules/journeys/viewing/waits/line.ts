import { beijingDate, startOfBeijingDate } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { execute, select } from '../../../../platform/database/database';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { InterestDesk } from '../../../registers/customer';
import { isHighIntent } from '../booking/high-intent.policy';
import { type AskedSlot, Seats } from '../booking/seats';
import { type CrewAtWork, Hosts } from '../hosts/hosts';
import { SlotDesk } from '../slots/slot-desk';
import { readSlotId } from '../slots/slots.policy';
import { heldForLine, reservedAt } from '../slots/standing.policy';
import { SERVE_LINES, WAIT_CLOCK, waitKey, waitSubject } from '../viewing.jobs';
import { ViewingMessages } from '../viewing-messages';
import { type FreePlaces, offerEnd, offersFor } from './offer.policy';
import { type WaitRow, waitingOf } from './wait.rows';

/** How many of a line are looked at together. */
const LOT = 50;
/** A visit takes its host's time up to so far from its start, buffers included. */
const REACH = 24 * 60 * 60_000;

/**
 * The line before a full slot. What becomes free never lies open for whoever taps first while somebody waits for it: a seat is
 * taken from others as long as it is offered, and so are the minutes of a colleague.
 */
@Injectable()
export class Line {
  constructor(
    private readonly slots: SlotDesk,
    private readonly seats: Seats,
    private readonly hosts: Hosts,
    private readonly desk: InterestDesk,
    private readonly messages: ViewingMessages,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Gives a seat back and offers it to the first in line who may have it (F5); the caller's transaction holds the slot from here. */
  async giveBack(tx: EntityManager, slotId: string, general: boolean): Promise<void> {
    await this.seats.giveBack(tx, slotId, general);
    await this.offerWhatIsFree(tx, slotId);
    // Whoever received everybody is free again when nobody is left.
    if ((await this.seats.taken(tx, slotId)).taken === 0) await this.hosts.free(tx, slotId);
    await this.tellNeighbours(tx, slotId);
  }

  /** Offers every place of a slot that is free to the line, in its order (F5). Holds the slot from here. @returns how many offers */
  async offerWhatIsFree(tx: EntityManager, slotId: string): Promise<number> {
    await this.seats.lock(tx, [slotId]);
    const taken = await this.seats.taken(tx, slotId);
    const slot = taken.waiting > 0 ? await this.slots.open(tx, slotId) : null;
    const now = this.clock.now();
    const until = slot && offerEnd(slot.plan, slot.startsAt, { now, toldAt: this.messages.toldAt(now) });
    if (!slot || until === null || slot.plan.seats <= taken.taken) return 0;
    const crew = await this.crew(tx, slot);
    let free: FreePlaces = {
      seats: slot.plan.seats - taken.taken,
      general: slot.plan.seats - reservedAt(slot.plan, slot, now) - taken.takenGeneral,
      hosts: crew ? (await this.hosts.order(tx, crew, slot, slot.plan, null)).line.length : Number.POSITIVE_INFINITY,
    };
    let offered = 0;
    for (let after = ''; free.seats > 0 && free.hosts > 0; ) {
      const lot = await this.waiting(tx, slot, after);
      const { offers, left } = offersFor(lot, free);
      for (const waiter of offers) {
        // A colleague was booked elsewhere since we counted: the rest is offered when we look again.
        if (!(await this.offer(tx, slot, crew, waiter, until))) return offered;
        offered += 1;
      }
      const last = lot.at(-1);
      if (!last || lot.length < LOT) return offered;
      [free, after] = [left, last.id];
    }
    return offered;
  }

  /** Whether a customer of high intent may have what is free though others wait: a kept seat that none of them may have (F4). */
  async leavesKeptSeat(tx: EntityManager, slot: AskedSlot, now: number): Promise<boolean> {
    await this.seats.lock(tx, [slot.id]);
    const { waiting, ...taken } = await this.seats.taken(tx, slot.id);
    const facts = { ...taken, highIntent: true, line: waiting };
    // Who of the line is of high intent is asked only where it matters.
    if (heldForLine(slot.plan, slot, { ...facts, lineOfHighIntent: 0 }, now)) return false;
    return !heldForLine(slot.plan, slot, { ...facts, lineOfHighIntent: await this.ofHighIntent(tx, slot) }, now);
  }

  /** How many of those who wait are of high intent by now. */
  async ofHighIntent(tx: EntityManager, slot: AskedSlot): Promise<number> {
    let found = 0;
    for (let after = ''; ; ) {
      const lot = await this.waiting(tx, slot, after);
      found += lot.filter(({ highIntent }) => highIntent).length;
      const last = lot.at(-1);
      if (!last || lot.length < LOT) return found;
      after = last.id;
    }
  }

  /** The next instant at which this place ends by itself. */
  clockAt(tx: EntityManager, waitId: string, runAt: number): Promise<void> {
    return this.jobs.add(tx, {
      kind: WAIT_CLOCK,
      payload: { waitId },
      key: waitKey(waitId),
      reschedule: true,
      runAt,
      subject: waitSubject(waitId),
    });
  }

  /** Lines of these hours (epoch ms) are looked at soon: something has become free. */
  serveSoon(tx: EntityManager, what: string, from: number, to: number): Promise<void> {
    return this.jobs.add(tx, { kind: SERVE_LINES, payload: { from, to }, key: `${SERVE_LINES}:${what}` });
  }

  /** Whoever received a visit of this slot may now be free for another one that begins near it. */
  private async tellNeighbours(tx: EntityManager, slotId: string): Promise<void> {
    const startsAt = readSlotId(slotId)?.startsAt ?? 0;
    const [from, to] = [Math.max(this.clock.now(), startsAt - REACH), startsAt + REACH];
    const near = await select(
      tx,
      `SELECT slot_id FROM viewing_waits WHERE status = 'waiting' AND starts_at BETWEEN ? AND ? AND slot_id <> ? LIMIT 1`,
      [from, to, slotId],
    );
    if (near.length > 0) await this.serveSoon(tx, slotId, from, to);
  }

  /** Null where one host receives everybody. */
  private async crew(tx: EntityManager, { plan, startsAt, endsAt }: AskedSlot): Promise<CrewAtWork | null> {
    return plan.personalHost ? this.hosts.crewToCount(plan.projectId, startOfBeijingDate(beijingDate(startsAt)), endsAt, tx) : null;
  }

  /** The next lot of a line, with how far each has come by now. */
  private async waiting(tx: EntityManager, slot: AskedSlot, after: string): Promise<(WaitRow & LineFacts)[]> {
    const waits = await waitingOf(tx, slot.id, after, LOT);
    const standings = await this.desk.standings(
      tx,
      slot.plan.projectId,
      waits.map((wait) => wait.customer_id),
    );
    return waits.map((wait) => {
      const standing = standings.get(wait.customer_id) ?? null;
      return { ...wait, highIntent: isHighIntent(standing), askedFor: standing?.servedBy ?? standing?.askedFor ?? null };
    });
  }

  /** Keeps seat and colleague for one of the line; false when one of them is gone. */
  private async offer(
    tx: EntityManager,
    slot: AskedSlot,
    crew: CrewAtWork | null,
    wait: WaitRow & LineFacts,
    until: number,
  ): Promise<boolean> {
    const now = this.clock.now();
    if (crew) {
      const order = await this.hosts.order(tx, crew, slot, slot.plan, wait.askedFor);
      if (!(await this.hosts.reserve(tx, wait.id, slot, slot.plan, order)).hostId) return false;
    }
    if (!(await this.seats.take(tx, slot, { highIntent: wait.highIntent, comes: 'line' }, now))) {
      await this.hosts.free(tx, wait.id);
      return false;
    }
    await execute(
      tx,
      `UPDATE viewing_waits SET status = 'offered', offer_until = ?, general = ?, updated_at = ? WHERE id = ? AND status = 'waiting'`,
      [until, wait.highIntent ? 0 : 1, now, wait.id],
    );
    await this.clockAt(tx, wait.id, until);
    await this.messages.offered(tx, wait, until);
    return true;
  }
}

/** How far somebody in line has come, and who shall receive them. */
interface LineFacts {
  highIntent: boolean;
  askedFor: string | null;
}
