import { DEFAULT_SERVICE_POLICY, type DispatchRule, type DispatchRuleSet, type ServicePolicy } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../platform/audit/audit';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, insertRows, isDuplicate } from '../../../../platform/database/database';
import { coded } from '../../../../platform/http/coded-error';
import { DispatchRuleSetRecord } from './dispatch.entity';
import { faultsOfDispatchRules } from './dispatch-rules.policy';
import { faultsOfServicePolicy } from './service-policy.policy';

const CACHE_MS = 5_000;

/** Published dispatch rules of a project with the numbers of its service promise. A version never changes. */
@Injectable()
export class DispatchRules {
  private readonly cached = new Map<string, { set: DispatchRuleSet; until: number }>();
  private readonly policies = new Map<string, ServicePolicy>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The rules in force; a project without any gives repairs to whoever has least in hand. */
  async current(projectId: string): Promise<DispatchRuleSet> {
    const known = this.cached.get(projectId);
    if (known && this.clock.wall() < known.until) return known.set;
    const row = await this.database.manager.findOne(DispatchRuleSetRecord, { where: { projectId }, order: { version: 'DESC' } });
    const set = row ? toContract(row) : fallback(projectId);
    this.cached.set(projectId, { set, until: this.clock.wall() + CACHE_MS });
    return set;
  }

  /** The service promise an order was received under: a later version does not rewrite it (rule 105). */
  async policyOf(projectId: string, version: number): Promise<ServicePolicy> {
    const key = `${projectId}:${version}`;
    const known = this.policies.get(key);
    if (known) return known;
    const row = version > 0 ? await this.database.manager.findOneBy(DispatchRuleSetRecord, { projectId, version }) : null;
    const policy = { ...DEFAULT_SERVICE_POLICY, ...row?.settings };
    this.policies.set(key, policy);
    return policy;
  }

  async history(projectId: string): Promise<DispatchRuleSet[]> {
    const rows = await this.database.manager.find(DispatchRuleSetRecord, { where: { projectId }, order: { version: 'DESC' }, take: 50 });
    return rows.map(toContract);
  }

  /**
   * @param basedOn version the editor saw; somebody else's later one is not overwritten.
   * @throws CodedError `rule.invalid`, `rule.version-conflict`
   */
  async publish(
    projectId: string,
    basedOn: number,
    rules: DispatchRule[],
    settings: ServicePolicy,
    staffId: string,
  ): Promise<DispatchRuleSet> {
    const faults = [...faultsOfDispatchRules(rules), ...faultsOfServicePolicy(settings)];
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
        const latest = await tx.findOne(DispatchRuleSetRecord, { where: { projectId }, order: { version: 'DESC' } });
        if ((latest?.version ?? 0) !== basedOn) throw coded('rule.version-conflict');
        await insertRows(tx, 'dispatch_rule_sets', [record]);
        await this.audit.record(tx, staffId, 'dispatch-rules.published', `project:${projectId}`, { version: record.version });
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

const toContract = (row: DispatchRuleSetRecord): DispatchRuleSet => ({
  projectId: row.projectId,
  version: row.version,
  publishedAt: new Date(row.publishedAt).toISOString(),
  publishedBy: row.publishedById,
  rules: row.rules,
  settings: { ...DEFAULT_SERVICE_POLICY, ...row.settings },
});

const fallback = (projectId: string): DispatchRuleSet => ({
  projectId,
  version: 0,
  publishedAt: new Date(0).toISOString(),
  publishedBy: null,
  rules: [{ id: 'default', name: '在手最少者优先', when: {}, group: {}, mode: 'least-loaded' }],
  settings: DEFAULT_SERVICE_POLICY,
});
