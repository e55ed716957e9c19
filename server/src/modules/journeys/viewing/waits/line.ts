import type { ViewingKind, WaitStatus } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { execute, select } from '../../../../platform/database/database';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { InterestDesk } from '../../../registers/customer';
import { isHighIntent } from '../booking/high-intent.policy';
import { type AskedSlot, Seats } from '../booking/seats';
import { ViewingPlans } from '../plan/viewing-plans';
import { WAIT_CLOCK, waitKey, waitSubject } from '../viewing.jobs';
import { ViewingMessages } from '../viewing-messages';
import { offerEnd } from './offer.policy';

export interface WaitRow {
  id: string;
  slot_id: string;
  project_id: string;
  kind: ViewingKind;
  starts_at: number;
  ends_at: number;
  customer_id: string;
  account_id: string | null;
  lead_id: string | null;
  status: WaitStatus;
  note: string | null;
  live_code: string | null;
  general: boolean;
  offer_until: number | null;
  viewing_id: string | null;
}

type Raw = Record<string, unknown>;

export const waitOf = (raw: Raw): WaitRow => ({
  ...(raw as unknown as WaitRow),
  starts_at: Number(raw.starts_at),
  ends_at: Number(raw.ends_at),
  general: Boolean(raw.general),
  offer_until: raw.offer_until === null ? null : Number(raw.offer_until),
});

/** How many of a line are looked at for one seat: kept seats may be for others than those who come first. */
const MOST_ASKED = 20;

/** The line before a full slot. A freed seat never lies open for whoever taps first while somebody waits for it. */
@Injectable()
export class Line {
  constructor(
    private readonly plans: ViewingPlans,
    private readonly seats: Seats,
    private readonly desk: InterestDesk,
    private readonly messages: ViewingMessages,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Gives a seat back and offers it to the first in line who may have it (F5); the caller's transaction holds the slot from here. */
  async giveBack(tx: EntityManager, slotId: string, general: boolean): Promise<void> {
    await this.seats.giveBack(tx, slotId, general);
    await this.offer(tx, slotId);
  }

  private async offer(tx: EntityManager, slotId: string): Promise<void> {
    const now = this.clock.now();
    const lock = tx.connection.options.type === 'better-sqlite3' ? '' : ' FOR UPDATE';
    const rows = await select<Raw>(
      tx,
      `SELECT * FROM viewing_waits WHERE slot_id = ? AND status = 'waiting' ORDER BY id LIMIT ${MOST_ASKED}${lock}`,
      [slotId],
    );
    const [first] = rows.map(waitOf);
    const plan = first && (await this.plans.find(first.project_id, first.kind, tx));
    if (!first || !plan?.active) return;
    const slot: AskedSlot = { id: slotId, startsAt: first.starts_at, endsAt: first.ends_at, plan };
    const until = offerEnd(plan, slot.startsAt, now);
    if (until === null) return;
    for (const wait of rows.map(waitOf)) {
      const highIntent = isHighIntent(await this.desk.standing(tx, wait.project_id, wait.customer_id));
      if (!(await this.seats.take(tx, slot, highIntent, now))) continue;
      await execute(
        tx,
        `UPDATE viewing_waits SET status = 'offered', offer_until = ?, general = ?, updated_at = ? WHERE id = ? AND status = 'waiting'`,
        [until, highIntent ? 0 : 1, now, wait.id],
      );
      await this.clockAt(tx, wait.id, until);
      await this.messages.offered(tx, wait, until);
      return;
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
}
