import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database, select } from '../../../../platform/database/database';
import { UnitQueries } from '../../../registers/project';
import { Misses } from '../desk/misses';
import { warningOf } from '../desk/staff-viewing.queries';
import { ViewingPlans } from '../plan/viewing-plans';
import { lockViewings, SYSTEM, type ViewingRow, viewingOf, writeViewingEvent } from '../viewing.rows';
import { VisitNotes } from '../visit/visit-notes';
import { LineServingService } from '../waits/line-serving.service';

const MINUTE = 60_000;
/** Before the visit, so that the host can prepare something else (F2). */
const WARN_BEFORE_MS = 4 * 60 * MINUTE;
const USUAL_GRACE_MINUTES = 30;
const LOT = 200;
const NOTHING = '[]';
/** After every id: what begins at this very moment has begun. */
const LAST_ID = '~';

/**
 * What becomes true by the clock alone: nobody came, what they want to see is gone, or somebody waits for what is free. Each may
 * be found twice and happens once.
 */
@Injectable()
export class ViewingSweepService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: ViewingPlans,
    private readonly units: UnitQueries,
    private readonly misses: Misses,
    private readonly notes: VisitNotes,
    private readonly lines: LineServingService,
  ) {}

  async sweep(): Promise<{ missed: number; warned: number; offered: number }> {
    return { missed: await this.miss(), warned: await this.warn(), offered: await this.lines.serve() };
  }

  /** After the grace time of the plan a booked visit is a missed one. */
  private async miss(): Promise<number> {
    const now = this.clock.now();
    let missed = 0;
    for (let [at, id] = [0, '']; ; ) {
      const lot = await this.booked('v.starts_at <= ? AND (v.starts_at > ? OR (v.starts_at = ? AND v.id > ?))', [now, at, at, id]);
      const plans = await this.plans.byIds(lot.flatMap((visit) => visit.plan_id ?? []));
      const graceOf = (visit: ViewingRow) => (plans.get(visit.plan_id ?? '')?.graceMinutes ?? USUAL_GRACE_MINUTES) * MINUTE;
      for (const visit of lot.filter((seen) => seen.starts_at + graceOf(seen) <= now)) {
        if (await this.missOne(visit.id, visit.starts_at)) missed += 1;
      }
      const last = lot.at(-1);
      if (!last || lot.length < LOT) return missed;
      [at, id] = [last.starts_at, last.id];
    }
  }

  private missOne(id: string, startsAt: number): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [visit] = await lockViewings(tx, [id]);
      // Moved to a later time since we looked: nobody is missed yet.
      if (visit?.status !== 'booked' || visit.starts_at !== startsAt) return false;
      return this.misses.record(tx, visit, SYSTEM);
    });
  }

  /** F2: what the visitor wants to see was sold or reserved. Told once for the same units. */
  private async warn(): Promise<number> {
    const now = this.clock.now();
    let warned = 0;
    for (let [at, id] = [now, LAST_ID]; ; ) {
      const lot = await this.booked('v.unit_ids <> ? AND v.starts_at <= ? AND (v.starts_at > ? OR (v.starts_at = ? AND v.id > ?))', [
        NOTHING,
        now + WARN_BEFORE_MS,
        at,
        at,
        id,
      ]);
      const sales = await this.units.sales(lot.flatMap((visit) => visit.unit_ids));
      for (const visit of lot) {
        const gone = visit.unit_ids.flatMap((unitId) => sales.get(unitId) ?? []).filter((unit) => unit.state !== 'available');
        if (gone.length > 0 && (await this.warnOne(visit.id, gone.map(warningOf).sort().join('、')))) warned += 1;
      }
      const last = lot.at(-1);
      if (!last || lot.length < LOT) return warned;
      [at, id] = [last.starts_at, last.id];
    }
  }

  private warnOne(id: string, text: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [visit] = await lockViewings(tx, [id]);
      if (visit?.status !== 'booked') return false;
      const told = await select<{ data: string | null }>(tx, `SELECT data FROM viewing_events WHERE viewing_id = ? AND type = 'warned'`, [
        id,
      ]);
      if (told.some(({ data }) => data && JSON.parse(data).text === text)) return false;
      await writeViewingEvent(tx, id, this.clock.now(), 'warned', SYSTEM, { text });
      await this.notes.tellHost(tx, visit, '意向房源有变化', text, 'by-day');
      return true;
    });
  }

  private async booked(condition: string, values: readonly unknown[]): Promise<ViewingRow[]> {
    const rows = await this.database.rows<Record<string, unknown>>(
      `SELECT v.* FROM viewings v WHERE v.status = 'booked' AND ${condition} ORDER BY v.starts_at, v.id LIMIT ?`,
      [...values, LOT],
    );
    return rows.map(viewingOf);
  }
}
