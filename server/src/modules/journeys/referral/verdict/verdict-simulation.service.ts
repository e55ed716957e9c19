import type { VerdictSettings, VerdictSimulation } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database, marks } from '../../../../platform/database/database';
import { coded } from '../../../../platform/http/coded-error';
import { CustomerRegister } from '../../../registers/customer';
import type { VerdictFacts } from './verdict-facts';
import { VerdictRuleSets } from './verdict-rule-sets';
import { faultsOfSettings } from './verdict-settings.policy';
import { compareVerdicts } from './verdict-simulation.policy';

const DAY_MS = 24 * 3_600_000;
/** Newest customers that one simulation looks at, and how many of them are read at a time. */
const MOST_CUSTOMERS = 2_000;
const BATCH = 100;

/** What a draft would have made of past claims: a question, nothing is written. */
@Injectable()
export class VerdictSimulationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: VerdictRuleSets,
    private readonly customers: CustomerRegister,
  ) {}

  /** The caller may see the project. @throws CodedError `rule.invalid` for a draft that could not be published */
  async simulate(projectId: string, draft: VerdictSettings, days: number): Promise<VerdictSimulation> {
    const faults = faultsOfSettings(draft);
    if (faults.length > 0) throw coded('rule.invalid', faults.join('；'));
    const { settings } = await this.rules.current(projectId);
    const newest = await this.newestVerdicts(projectId, this.clock.now() - days * DAY_MS);
    const changed: VerdictSimulation['changed'] = [];
    for (let i = 0; i < newest.length; i += BATCH) {
      const ids = newest.slice(i, i + BATCH);
      const rows = await this.database.rows<{ customer_id: string; facts: string }>(
        `SELECT customer_id, facts FROM verdicts WHERE id IN ${marks(ids.length)} ORDER BY id DESC`,
        ids,
      );
      const names = await this.customers.briefs(rows.map((row) => row.customer_id));
      for (const row of rows) {
        const change = compareVerdicts(JSON.parse(row.facts) as VerdictFacts, settings, draft);
        if (change) changed.push({ ...change, label: names.get(row.customer_id)?.name ?? '客户' });
      }
    }
    return { judged: newest.length, changed };
  }

  private async newestVerdicts(projectId: string, since: number): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      `SELECT MAX(id) AS id FROM verdicts WHERE project_id = ? AND judged_at >= ? GROUP BY customer_id ORDER BY id DESC LIMIT ${MOST_CUSTOMERS}`,
      [projectId, since],
    );
    return rows.map((row) => row.id);
  }
}
