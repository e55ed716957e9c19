import { beijingDate, type ColleagueCard, type HostChoice, startOfBeijingDate, type ViewingPlan } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, execute, insertRows, isDuplicate, marks, select } from '../../../../platform/database/database';
import { type Planned, RotaQueries, type SellingColleague, StaffQueries, stretchesOf } from '../../../registers/staff';
import type { Slot } from '../slots/slots.policy';
import { eventChoice, type HostFacts, type HostOrder, orderHosts } from './host.policy';
import { type Buffers, bucketOf, bucketsOf, withSpans } from './host-times.policy';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Who could receive visitors of a project, and when they are at work: gathered before the transaction, as it changes rarely. */
export interface Crew {
  colleagues: SellingColleague[];
  plans: ReadonlyMap<string, Planned>;
  /** Who receives everybody, where the plan names one. */
  eventHost: { id: string; name: string } | null;
  /** What visitors may know of them. */
  cards: ReadonlyMap<string, ColleagueCard>;
}

/** The same where nobody is shown to anybody. */
export type CrewAtWork = Pick<Crew, 'colleagues' | 'plans'>;

export interface HostCounts {
  free: number;
  atWork: number;
}

export interface Reserved {
  hostId: string | null;
  choice: HostChoice;
}

/** Receiving colleagues: who is free, who is chosen, and the minutes that are theirs. */
@Injectable()
export class Hosts {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffQueries,
    private readonly rota: RotaQueries,
  ) {}

  /** Instants are epoch ms; `to` may lie on the same day. */
  async crew(plan: Pick<ViewingPlan, 'projectId' | 'personalHost' | 'eventHostId'>, from: number, to: number): Promise<Crew> {
    if (!plan.personalHost) {
      const cards = plan.eventHostId ? await this.staff.cards([plan.eventHostId]) : new Map<string, ColleagueCard>();
      const host = plan.eventHostId ? cards.get(plan.eventHostId) : undefined;
      return { colleagues: [], plans: new Map(), eventHost: host ? { id: host.id, name: host.name } : null, cards };
    }
    const colleagues = await this.staff.sellingStaff(plan.projectId);
    const ids = colleagues.map((c) => c.id);
    const [plans, cards] = await Promise.all([this.rota.plans(ids, from, to), this.staff.cards(ids)]);
    return { colleagues, plans, eventHost: null, cards };
  }

  /** As `crew`, where nobody is shown to anybody. Within a transaction by `tx`. */
  async crewToCount(projectId: string, from: number, to: number, tx?: EntityManager): Promise<CrewAtWork> {
    const colleagues = await this.staff.sellingStaff(projectId, tx);
    const ids = colleagues.map((c) => c.id);
    return { colleagues, plans: await this.rota.plans(ids, from, to, tx) };
  }

  /** For a visit at this time: everybody of the crew with what stands against them. What `sharedWith` holds is no hindrance. */
  async facts(tx: EntityManager, crew: CrewAtWork, slot: Slot, buffers: Buffers, sharedWith = ''): Promise<HostFacts[]> {
    const ids = crew.colleagues.map((c) => c.id);
    if (ids.length === 0) return [];
    const midnight = startOfBeijingDate(beijingDate(slot.startsAt));
    const buckets = bucketsOf(slot, buffers);
    const busy = await select<{ staff_id: string }>(
      tx,
      `SELECT DISTINCT staff_id FROM viewing_host_times WHERE staff_id IN ${marks(ids.length)} AND bucket BETWEEN ? AND ?
         AND holder <> ?`,
      [...ids, buckets[0], buckets.at(-1), sharedWith],
    );
    const days = await select<{ host_id: string; visits: number | string }>(
      tx,
      `SELECT host_id, COUNT(*) AS visits FROM viewings WHERE host_id IN ${marks(ids.length)} AND starts_at >= ? AND starts_at < ?
         AND status IN ('booked', 'checked-in', 'completed') GROUP BY host_id`,
      [...ids, midnight, midnight + DAY],
    );
    const last = await select<{ id: string; last_at: number | string | null }>(
      tx,
      `SELECT s.id, (SELECT v.starts_at FROM viewings v WHERE v.host_id = s.id AND v.starts_at < ?
         ORDER BY v.starts_at DESC LIMIT 1) AS last_at
       FROM staff s WHERE s.id IN ${marks(ids.length)}`,
      [midnight, ...ids],
    );
    const taken = new Set(busy.map((row) => row.staff_id));
    const visits = new Map(days.map((row) => [row.host_id, Number(row.visits)]));
    const lastAt = new Map(last.map((row) => [row.id, row.last_at === null ? null : Number(row.last_at)]));
    return crew.colleagues.map(({ id, name }) => ({
      staffId: id,
      name,
      ...presence(crew.plans.get(id), slot),
      busy: taken.has(id),
      viewingsThatDay: visits.get(id) ?? 0,
      lastAt: lastAt.get(id) ?? null,
    }));
  }

  /** The order in which they would be asked. */
  async order(tx: EntityManager, crew: CrewAtWork, slot: Slot, buffers: Buffers, stickyId: string | null): Promise<HostOrder> {
    const candidates = await this.facts(tx, crew, slot, buffers);
    const name = candidates.find((c) => c.staffId === stickyId)?.name ?? '原顾问';
    return orderHosts({ sticky: stickyId ? { staffId: stickyId, name } : null, candidates });
  }

  /** Takes the time of the first of the line who still has it. Null host when nobody has. */
  async reserve(tx: EntityManager, holder: string, slot: Slot, buffers: Buffers, order: HostOrder): Promise<Reserved> {
    const taken: string[] = [];
    for (const staffId of order.line) {
      if (await this.hold(tx, staffId, holder, slot, buffers)) return { hostId: staffId, choice: order.explain(staffId, taken) };
      taken.push(staffId);
    }
    return { hostId: null, choice: order.explain(null, taken) };
  }

  /**
   * One host receives everybody: their time belongs to the slot, and is taken once. Where the plan grew longer or names somebody
   * else since the first booking, what is missing is taken now.
   */
  async reserveForEvent(
    tx: EntityManager,
    slotId: string,
    slot: Slot,
    buffers: Buffers,
    { eventHost: host }: Pick<Crew, 'eventHost'>,
  ): Promise<Reserved> {
    if (!host) return { hostId: null, choice: eventChoice(null, '由现场接待同事统一接待') };
    const held = await select<{ bucket: number }>(tx, 'SELECT bucket FROM viewing_host_times WHERE holder = ? AND staff_id = ?', [
      slotId,
      host.id,
    ]);
    const known = new Set(held.map((row) => row.bucket));
    const missing = bucketsOf(slot, buffers).filter((bucket) => !known.has(bucket));
    if (await this.holdBuckets(tx, host.id, slotId, missing)) {
      return { hostId: host.id, choice: eventChoice(host, `由${host.name}统一接待`) };
    }
    return { hostId: null, choice: eventChoice(null, `${host.name}那时已有其他接待，由现场同事接待`) };
  }

  /** Five minutes by five minutes; false when one of them is somebody else's. */
  hold(tx: EntityManager, staffId: string, holder: string, slot: Slot, buffers: Buffers): Promise<boolean> {
    return this.holdBuckets(tx, staffId, holder, bucketsOf(slot, buffers));
  }

  private async holdBuckets(tx: EntityManager, staffId: string, holder: string, buckets: readonly number[]): Promise<boolean> {
    const rows = withSpans(buckets).map((row) => ({ staff_id: staffId, holder, ...row }));
    if (rows.length === 0) return true;
    try {
      await insertRows(tx, 'viewing_host_times', rows);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** What is still free of this time becomes the holder's: somebody who is there already is received, whatever was booked. */
  async holdWhatIsFree(tx: EntityManager, staffId: string, holder: string, slot: Slot): Promise<void> {
    const buckets = bucketsOf(slot, { bufferBeforeMinutes: 0, bufferAfterMinutes: 0 });
    // Whoever books in between is seen on the next look.
    for (let looks = 0; looks < 3; looks++) {
      const held = await select<{ bucket: number }>(
        tx,
        'SELECT bucket FROM viewing_host_times WHERE staff_id = ? AND bucket BETWEEN ? AND ?',
        [staffId, buckets[0], buckets.at(-1)],
      );
      const taken = new Set(held.map((row) => row.bucket));
      const free = buckets.filter((bucket) => !taken.has(bucket));
      if (await this.holdBuckets(tx, staffId, holder, free)) return;
    }
  }

  /** Why somebody is not at work for this project at this moment, in words; null when they are. */
  awayAt({ plans }: CrewAtWork, staffId: string, at: number): string | null {
    const { onLeave, present } = presence(plans.get(staffId), { startsAt: at, endsAt: at + MINUTE });
    return onLeave ? '正在请假' : present ? null : '现在不在班';
  }

  /** Gives time back: all of a holder's, or one colleague's part of it. */
  async free(tx: EntityManager, holder: string, staffId?: string): Promise<void> {
    const own = staffId === undefined ? '' : ' AND staff_id = ?';
    await execute(tx, `DELETE FROM viewing_host_times WHERE holder = ?${own}`, [holder, ...(staffId === undefined ? [] : [staffId])]);
  }

  /** How many of the crew are at work for each slot, and how many of them free; one statement for any number of days. */
  async counts(
    crew: CrewAtWork,
    slots: readonly (Slot & { buffers: Buffers })[],
    tx: EntityManager = this.database.manager,
  ): Promise<HostCounts[]> {
    const ids = crew.colleagues.map((c) => c.id);
    const [first, last] = [slots[0], slots.at(-1)];
    const counts = slots.map(() => ({ free: 0, atWork: 0 }));
    if (ids.length === 0 || !first || !last) return counts;
    const [from, to] = [Math.min(...slots.map((s) => s.startsAt)), Math.max(...slots.map((s) => s.endsAt))];
    const held = await select<{ staff_id: string; bucket: number; span: number }>(
      tx,
      `SELECT staff_id, bucket, span FROM viewing_host_times WHERE staff_id IN ${marks(ids.length)} AND opens = 1
         AND bucket BETWEEN ? AND ?`,
      [...ids, bucketOf(from - DAY), bucketOf(to + DAY)],
    );
    const minutes = slots.map((slot) => bucketsOf(slot, slot.buffers));
    const atWork = sharedPresence(slots, from, to);
    for (const id of ids) {
      const there = atWork(crew.plans.get(id));
      const taken = new Set(held.filter((row) => row.staff_id === id).flatMap((row) => spread(row.bucket, row.span)));
      for (const i of there) {
        const count = counts[i] as HostCounts;
        count.atWork += 1;
        if (!minutes[i]?.some((bucket) => taken.has(bucket))) count.free += 1;
      }
    }
    return counts;
  }
}

/** Which of the slots somebody is at work for, by place; colleagues of one shift who are not away share the answer. */
function sharedPresence(slots: readonly Slot[], from: number, to: number): (planned: Planned | undefined) => readonly number[] {
  const byShift = new Map<object, number[]>();
  return (planned) => {
    if (!planned) return [];
    const plain = planned.leaves.length === 0 && planned.turns.length === 0 && planned.schedule ? planned.schedule.shift : null;
    const known = plain && byShift.get(plain);
    if (known) return known;
    const stretches = stretchesOf(planned, from, to);
    const there = slots.flatMap((slot, i) => (stretches.some((s) => s.from <= slot.startsAt && slot.endsAt <= s.to) ? [i] : []));
    if (plain) byShift.set(plain, there);
    return there;
  };
}

const spread = (first: number, length: number): number[] => Array.from({ length }, (_, i) => first + i);

function presence(planned: Planned | undefined, slot: Slot): Pick<HostFacts, 'present' | 'onLeave'> {
  const onLeave = planned?.leaves.some((leave) => leave.from < slot.endsAt && slot.startsAt < leave.to) ?? false;
  const [stretch] = planned ? stretchesOf(planned, slot.startsAt, slot.endsAt) : [];
  return { onLeave, present: stretch !== undefined && stretch.from === slot.startsAt && stretch.to === slot.endsAt };
}
