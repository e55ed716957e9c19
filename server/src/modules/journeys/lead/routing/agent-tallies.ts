import { beijingDate } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database, execute, insertRows, isDuplicate, marks, select } from '../../../../platform/database/database';
import type { ColleagueLoads } from '../../../registers/staff';

export interface Tally {
  openLeads: number;
  assignedToday: number;
}

export interface RuleCount {
  assigned: number;
  lastAt: number | null;
}

/** Rule and colleague → how often the one chose the other. */
export type RuleCounts = Map<string, Map<string, RuleCount>>;

export const ruleKey = (projectId: string, ruleId: string): string => `${projectId}:${ruleId}`.slice(0, 80);

/** The numbers that fairness and capacity are judged by. Always changed by differences, in the transaction that moves the lead. */
@Injectable()
export class AgentTallies implements ColleagueLoads {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Only one routing at a time for a project, on any number of workers: what it read stays true until it commits. */
  async lockProject(tx: EntityManager, projectId: string): Promise<void> {
    if (this.database.dialect === 'sqlite') return;
    const found = await select(tx, 'SELECT project_id FROM routing_locks WHERE project_id = ? FOR UPDATE', [projectId]);
    if (found.length > 0) return;
    await insertRows(tx, 'routing_locks', [{ project_id: projectId }]).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error;
    });
    await select(tx, 'SELECT project_id FROM routing_locks WHERE project_id = ? FOR UPDATE', [projectId]);
  }

  /** Open leads by colleague, for those who only look. */
  async of(staffIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const tallies = await this.read(this.database.manager, staffIds);
    return new Map([...tallies].map(([id, tally]) => [id, tally.openLeads]));
  }

  async read(tx: EntityManager, staffIds: readonly string[]): Promise<Map<string, Tally>> {
    if (staffIds.length === 0) return new Map();
    const today = beijingDate(this.clock.now());
    const rows = await select<{ staff_id: string; open_leads: number; day: string; assigned_on_day: number }>(
      tx,
      `SELECT staff_id, open_leads, day, assigned_on_day FROM agent_loads WHERE staff_id IN ${marks(staffIds.length)}`,
      staffIds,
    );
    return new Map(rows.map((r) => [r.staff_id, { openLeads: r.open_leads, assignedToday: r.day === today ? r.assigned_on_day : 0 }]));
  }

  async countsOf(tx: EntityManager, projectId: string, ruleIds: readonly string[]): Promise<RuleCounts> {
    const keys = ruleIds.map((id) => ruleKey(projectId, id));
    const counts: RuleCounts = new Map(ruleIds.map((id) => [id, new Map()]));
    if (keys.length === 0) return counts;
    const rows = await select<{ rule_key: string; staff_id: string; assigned: number; last_at: number | string | null }>(
      tx,
      `SELECT rule_key, staff_id, assigned, last_at FROM routing_counts WHERE rule_key IN ${marks(keys.length)}`,
      keys,
    );
    for (const row of rows) {
      const ruleId = ruleIds[keys.indexOf(row.rule_key)];
      if (ruleId)
        counts.get(ruleId)?.set(row.staff_id, { assigned: row.assigned, lastAt: row.last_at === null ? null : Number(row.last_at) });
    }
    return counts;
  }

  /** `open` more (or fewer) leads held, `assigned` more offered today. */
  async shift(tx: EntityManager, staffId: string, open: number, assigned = 0): Promise<void> {
    if (open === 0 && assigned === 0) return;
    const today = beijingDate(this.clock.now());
    const changed = await execute(
      tx,
      `UPDATE agent_loads SET open_leads = CASE WHEN open_leads + ? < 0 THEN 0 ELSE open_leads + ? END,
         assigned_on_day = CASE WHEN day = ? THEN assigned_on_day + ? ELSE ? END, day = ? WHERE staff_id = ?`,
      [open, open, today, assigned, assigned, today, staffId],
    );
    if (changed > 0) return;
    const known = await select(tx, 'SELECT staff_id FROM agent_loads WHERE staff_id = ?', [staffId]);
    if (known.length === 0) {
      await insertRows(tx, 'agent_loads', [{ staff_id: staffId, open_leads: Math.max(0, open), day: today, assigned_on_day: assigned }]);
    }
  }

  async countChoice(tx: EntityManager, projectId: string, ruleId: string, staffId: string, times: number, at: number): Promise<void> {
    const key = ruleKey(projectId, ruleId);
    const changed = await execute(
      tx,
      'UPDATE routing_counts SET assigned = assigned + ?, last_at = ? WHERE rule_key = ? AND staff_id = ?',
      [times, at, key, staffId],
    );
    if (changed === 0) await insertRows(tx, 'routing_counts', [{ rule_key: key, staff_id: staffId, assigned: times, last_at: at }]);
  }

  /** Open leads counted anew from the leads themselves; answers how many tallies were wrong. */
  async recount(): Promise<number> {
    const suspects = await this.database.rows<{ staff_id: string }>(
      `SELECT t.staff_id FROM agent_loads t LEFT JOIN leads l ON l.owner_id = t.staff_id AND l.status IN ('offered', 'accepted')
       GROUP BY t.staff_id, t.open_leads HAVING COUNT(l.id) <> t.open_leads
       UNION SELECT l.owner_id FROM leads l LEFT JOIN agent_loads t ON t.staff_id = l.owner_id
       WHERE l.status IN ('offered', 'accepted') AND l.owner_id IS NOT NULL AND t.staff_id IS NULL`,
    );
    let wrong = 0;
    for (const { staff_id } of suspects) wrong += (await this.database.transaction((tx) => this.recountOne(tx, staff_id))) ? 1 : 0;
    return wrong;
  }

  /** Holds the tally while counting: whoever is just about to change both waits, and adds to what was counted. */
  private async recountOne(tx: EntityManager, staffId: string): Promise<boolean> {
    const lock = this.database.dialect === 'mysql' ? ' FOR UPDATE' : '';
    const [tally] = await select<{ open_leads: number }>(tx, `SELECT open_leads FROM agent_loads WHERE staff_id = ?${lock}`, [staffId]);
    const [real] = await select<{ open_leads: number | string }>(
      tx,
      `SELECT COUNT(*) AS open_leads FROM leads WHERE owner_id = ? AND status IN ('offered', 'accepted')`,
      [staffId],
    );
    const open = Number(real?.open_leads ?? 0);
    if (tally && Number(tally.open_leads) === open) return false;
    await this.shift(tx, staffId, open - Number(tally?.open_leads ?? 0));
    return true;
  }
}
