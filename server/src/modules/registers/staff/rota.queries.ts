import { beijingDate, startOfBeijingDate, type TimeRange } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database, marks } from '../../../platform/database/database';
import { type Planned, type Presence, presenceOf } from './rota.policy';
import { WorkSchedules } from './work-schedules';

interface TurnRow {
  id: string;
  staff_id: string;
  from_at: number | string;
  to_at: number | string;
}

/** Who is there when: the 24-hour rota (J15) together with weekly shifts and leaves. */
@Injectable()
export class RotaQueries {
  constructor(
    private readonly database: Database,
    private readonly schedules: WorkSchedules,
  ) {}

  /** Everybody of the ids who exists, at one instant (epoch ms). Three statements whatever the number of people. */
  async presence(staffIds: readonly string[], at: number): Promise<Map<string, Presence>> {
    const plans = await this.plans(staffIds, at, null);
    return new Map([...plans].map(([id, planned]) => [id, presenceOf(planned, at)]));
  }

  /** What is planned from the Beijing day of `from` on, until `to` or for good. */
  async plans(staffIds: readonly string[], from: number, to: number | null): Promise<Map<string, Planned>> {
    if (staffIds.length === 0) return new Map();
    const midnight = startOfBeijingDate(beijingDate(from));
    const [weeks, turns] = await Promise.all([this.schedules.weeks(staffIds, from), this.turns(staffIds, midnight, to)]);
    return new Map([...weeks].map(([id, week]) => [id, { ...week, turns: turns.get(id) ?? [] }]));
  }

  private async turns(staffIds: readonly string[], from: number, to: number | null): Promise<Map<string, TimeRange[]>> {
    const rows = await this.database.rows<TurnRow>(
      `SELECT id, staff_id, from_at, to_at FROM rota_turns WHERE staff_id IN ${marks(staffIds.length)} AND to_at > ?
       ${to === null ? '' : 'AND from_at < ?'} ORDER BY to_at`,
      [...staffIds, from, ...(to === null ? [] : [to])],
    );
    const byStaff = new Map<string, TimeRange[]>();
    for (const row of rows) {
      const turn = { from: Number(row.from_at), to: Number(row.to_at) };
      byStaff.set(row.staff_id, [...(byStaff.get(row.staff_id) ?? []), turn]);
    }
    return byStaff;
  }
}
