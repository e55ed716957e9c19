import { DEFAULT_VERDICT_SETTINGS, type VerdictRules, type VerdictSettings } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../../../platform/audit/audit';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, insertRows, isDuplicate } from '../../../../platform/database/database';
import { coded } from '../../../../platform/http/coded-error';
import { VerdictRuleSetRecord } from './verdict.entity';
import { faultsOfSettings } from './verdict-settings.policy';

/** Published rules of judging in a project. A version never changes; publishing makes the next one. */
@Injectable()
export class VerdictRuleSets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The rules in force; the defaults, as version 0, where none were published. Read fresh: a judgement rests on them. */
  async current(projectId: string, tx: EntityManager = this.database.manager): Promise<VerdictRules> {
    const row = await tx.findOne(VerdictRuleSetRecord, { where: { projectId }, order: { version: 'DESC' } });
    return row ? toContract(row) : fallback(projectId);
  }

  /** Newest first; the defaults alone where none were published. */
  async history(projectId: string): Promise<VerdictRules[]> {
    const rows = await this.database.manager.find(VerdictRuleSetRecord, { where: { projectId }, order: { version: 'DESC' }, take: 50 });
    return rows.length > 0 ? rows.map(toContract) : [fallback(projectId)];
  }

  /**
   * @param basedOn version the editor saw; somebody else's later one is not overwritten.
   * @throws CodedError `rule.invalid`, `rule.version-conflict`
   */
  async publish(projectId: string, basedOn: number, settings: VerdictSettings, staffId: string): Promise<VerdictRules> {
    const faults = faultsOfSettings(settings);
    if (faults.length > 0) throw coded('rule.invalid', faults.join('；'));
    const version = basedOn + 1;
    const published_at = this.clock.now();
    try {
      return await this.database.useCase(async (tx) => {
        const latest = await tx.findOne(VerdictRuleSetRecord, { where: { projectId }, order: { version: 'DESC' } });
        if ((latest?.version ?? 0) !== basedOn) throw coded('rule.version-conflict');
        await insertRows(tx, 'verdict_rule_sets', [
          { id: newId(), project_id: projectId, version, settings, published_at, published_by_id: staffId },
        ]);
        await this.audit.record(tx, staffId, 'verdict-rules.published', `project:${projectId}`, { version });
        return { projectId, version, publishedAt: new Date(published_at).toISOString(), publishedBy: staffId, settings };
      });
    } catch (error) {
      throw isDuplicate(error) ? coded('rule.version-conflict') : error;
    }
  }
}

const toContract = (row: VerdictRuleSetRecord): VerdictRules => ({
  projectId: row.projectId,
  version: row.version,
  publishedAt: new Date(row.publishedAt).toISOString(),
  publishedBy: row.publishedById,
  settings: { ...DEFAULT_VERDICT_SETTINGS, ...row.settings },
});

const fallback = (projectId: string): VerdictRules => ({
  projectId,
  version: 0,
  publishedAt: new Date(0).toISOString(),
  publishedBy: null,
  settings: DEFAULT_VERDICT_SETTINGS,
});
