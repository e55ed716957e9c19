import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import { Line } from './line';

const LOT = 100;
const END_OF_TIME = Number.MAX_SAFE_INTEGER;

/**
 * A place becomes free in many ways: more seats, a kept seat that is everybody's now, a colleague who is back or not booked any
 * more. Nobody has to tell a line of it: every line is looked at.
 */
@Injectable()
export class LineServingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly line: Line,
  ) {}

  /**
   * Offers what is free in every slot to come that begins within these instants, one transaction each. A line that fails holds up no
   * other; the first failure is thrown when all were looked at. @returns how many offers
   */
  async serve({ from, to }: { from?: number; to?: number } = {}): Promise<number> {
    let offered = 0;
    const failures: unknown[] = [];
    for (let [at, id] = [Math.max(from ?? 0, this.clock.now()), '']; ; ) {
      const lot = await this.database.rows<{ slot_id: string; starts_at: number | string }>(
        `SELECT DISTINCT starts_at, slot_id FROM viewing_waits WHERE status = 'waiting' AND starts_at >= ? AND starts_at <= ?
           AND (starts_at > ? OR slot_id > ?) ORDER BY starts_at, slot_id LIMIT ${LOT}`,
        [at, to ?? END_OF_TIME, at, id],
      );
      for (const { slot_id } of lot) {
        try {
          offered += await this.database.transaction((tx) => this.line.offerWhatIsFree(tx, slot_id));
        } catch (error) {
          failures.push(error);
        }
      }
      const last = lot.at(-1);
      if (!last || lot.length < LOT) break;
      [at, id] = [Number(last.starts_at), last.slot_id];
    }
    if (failures.length > 0) throw failures[0];
    return offered;
  }
}
