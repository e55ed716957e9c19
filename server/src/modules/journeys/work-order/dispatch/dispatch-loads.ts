import { beijingDate, HELD_WORK_ORDER_STATUSES, startOfBeijingDate } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, execute, insertRows, isDuplicate, marks, select } from '../../../../platform/database/database';

export interface Load {
  openOrders: number;
  assignedToday: number;
}

export interface RuleCount {
  assigned: number;
  lastAt: number | null;
}

/** A rule chose this colleague so many times. */
export interface RuleChoice {
  ruleId: string;
  staffId: string;
  times: number;
}

const ruleKey = (projectId: string, ruleId: string): string => `${projectId}:${ruleId}`.slice(0, 80);

/** The numbers that fairness is judged by, counted under the project's lock from the orders themselves. */
@Injectable()
export class DispatchLoads {
  constructor(private readonly database: Database) {}

  /** Only one dispatch at a time for a project, on any number of workers: what it counted stays true until it commits. */
  async lockProject(tx: EntityManager, projectId: string): Promise<void> {
    if (this.database.dialect === 'sqlite') return;
    const lock = () => select(tx, 'SELECT project_id FROM dispatch_locks WHERE project_id = ? FOR UPDATE', [projectId]);
    if ((await lock()).length > 0) return;
    await insertRows(tx, 'dispatch_locks', [{ project_id: projectId }]).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error;
    });
    await lock();
  }

  /** Orders in hand, and orders given since midnight in Beijing, by colleague. */
  async read(tx: EntityManager, staffIds: readonly string[], now: number): Promise<Map<string, Load>> {
    const loads = new Map<string, Load>(staffIds.map((id) => [id, { openOrders: 0, assignedToday: 0 }]));
    if (staffIds.length === 0) return loads;
    const rows = await select<{ assignee_id: string; open: number | string; today: number | string }>(
      tx,
      `SELECT assignee_id, COUNT(*) AS open, SUM(CASE WHEN created_at >= ? THEN 1 ELSE 0 END) AS today FROM work_orders
       WHERE assignee_id IN ${marks(staffIds.length)} AND status IN ${marks(HELD_WORK_ORDER_STATUSES.length)} GROUP BY assignee_id`,
      [startOfBeijingDate(beijingDate(now)), ...staffIds, ...HELD_WORK_ORDER_STATUSES],
    );
    for (const row of rows) loads.set(row.assignee_id, { openOrders: Number(row.open), assignedToday: Number(row.today) });
    return loads;
  }

  /** Rule → colleague → how often the one chose the other. */
  async counts(tx: EntityManager, projectId: string, ruleIds: readonly string[]): Promise<Map<string, Map<string, RuleCount>>> {
    const keys = ruleIds.map((id) => ruleKey(projectId, id));
    const counts = new Map<string, Map<string, RuleCount>>(ruleIds.map((id) => [id, new Map()]));
    if (keys.length === 0) return counts;
    const rows = await select<{ rule_key: string; staff_id: string; assigned: number; last_at: number | string | null }>(
      tx,
      `SELECT rule_key, staff_id, assigned, last_at FROM dispatch_counts WHERE rule_key IN ${marks(keys.length)}`,
      keys,
    );
    for (const row of rows) {
      const ruleId = ruleIds[keys.indexOf(row.rule_key)];
      const lastAt = row.last_at === null ? null : Number(row.last_at);
      if (ruleId) counts.get(ruleId)?.set(row.staff_id, { assigned: row.assigned, lastAt });
    }
    return counts;
  }

  /** Adds to what rules chose, all in one statement. */
  async countChoices(tx: EntityManager, projectId: string, choices: readonly RuleChoice[], at: number): Promise<void> {
    if (choices.length === 0) return;
    const more =
      this.database.dialect === 'sqlite'
        ? 'ON CONFLICT (rule_key, staff_id) DO UPDATE SET assigned = assigned + excluded.assigned, last_at = excluded.last_at'
        : 'ON DUPLICATE KEY UPDATE assigned = assigned + VALUES(assigned), last_at = VALUES(last_at)';
    await execute(
      tx,
      `INSERT INTO dispatch_counts (rule_key, staff_id, assigned, last_at) VALUES ${choices.map(() => marks(4)).join(', ')} ${more}`,
      choices.flatMap(({ ruleId, staffId, times }) => [ruleKey(projectId, ruleId), staffId, times, at]),
    );
  }
}
