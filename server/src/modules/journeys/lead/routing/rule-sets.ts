import { DEFAULT_ROUTING_SETTINGS, type RoutingRule, type RoutingRuleSet, type RoutingSettings } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../../../platform/audit/audit';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, insertRows, isDuplicate } from '../../../../platform/database/database';
import { coded } from '../../../../platform/http/coded-error';
import { RoutingRuleSetRecord } from './routing.entity';
import { faultsOfRules } from './routing.policy';

const CACHE_MS = 5_000;

/** Published routing rules of a project. A version never changes; publishing makes the next one. */
@Injectable()
export class RuleSets {
  private readonly cached = new Map<string, { set: RoutingRuleSet; until: number }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The rules in force; a project without any routes to whoever is least loaded. Within a transaction ask by `tx`. */
  async current(projectId: string, tx: EntityManager = this.database.manager): Promise<RoutingRuleSet> {
    const known = this.cached.get(projectId);
    if (known && this.clock.wall() < known.until) return known.set;
    const row = await tx.findOne(RoutingRuleSetRecord, { where: { projectId }, order: { version: 'DESC' } });
    const set = row ? toContract(row) : fallback(projectId);
    this.cached.set(projectId, { set, until: this.clock.wall() + CACHE_MS });
    return set;
  }

  async history(projectId: string): Promise<RoutingRuleSet[]> {
    const rows = await this.database.manager.find(RoutingRuleSetRecord, { where: { projectId }, order: { version: 'DESC' }, take: 50 });
    return rows.map(toContract);
  }

  /**
   * @param basedOn version the editor saw; somebody else's later one is not overwritten.
   * @throws CodedError `rule.invalid`, `rule.version-conflict`
   */
  async publish(
    projectId: string,
    basedOn: number,
    rules: RoutingRule[],
    settings: RoutingSettings,
    staffId: string,
  ): Promise<RoutingRuleSet> {
    const faults = faultsOfRules(rules);
    if (faults.length > 0) throw coded('rule.invalid', faults.join('；'));
    const record = {
      id: newId(),
      project_id: projectId,
      version: basedOn + 1,
      rules,
      settings,
      published_at: this.clock.now(),
      published_by_id: staffId,
    };
    try {
      await this.database.useCase(async (tx) => {
        const latest = await tx.findOne(RoutingRuleSetRecord, { where: { projectId }, order: { version: 'DESC' } });
        if ((latest?.version ?? 0) !== basedOn) throw coded('rule.version-conflict');
        await insertRows(tx, 'routing_rule_sets', [record]);
        await this.audit.record(tx, staffId, 'routing-rules.published', `project:${projectId}`, { version: record.version });
        return { version: record.version };
      });
    } catch (error) {
      if (isDuplicate(error)) throw coded('rule.version-conflict');
      throw error;
    }
    this.cached.delete(projectId);
    return this.current(projectId);
  }
}

const toContract = (row: RoutingRuleSetRecord): RoutingRuleSet => ({
  projectId: row.projectId,
  version: row.version,
  publishedAt: new Date(row.publishedAt).toISOString(),
  publishedBy: row.publishedById,
  rules: row.rules,
  settings: row.settings,
});

const fallback = (projectId: string): RoutingRuleSet => ({
  projectId,
  version: 0,
  publishedAt: new Date(0).toISOString(),
  publishedBy: null,
  rules: [{ id: 'default', name: '在跟最少者优先', when: {}, strategy: 'least-loaded' }],
  settings: DEFAULT_ROUTING_SETTINGS,
});
