import type { RewardRules, RewardRulesDraft } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../../../platform/audit/audit';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, insertRows, isDuplicate } from '../../../../platform/database/database';
import { coded } from '../../../../platform/http/coded-error';
import { RewardRuleSetRecord } from '../reward.entity';
import { faultsOfRewardRules } from './reward-rules.policy';

/** Published reward rules of a project. A version never changes. */
@Injectable()
export class RewardRuleSets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The rules in force; a project without any rewards nothing. */
  async current(projectId: string, tx: EntityManager = this.database.manager): Promise<RewardRules> {
    const row = await tx.findOne(RewardRuleSetRecord, { where: { projectId }, order: { version: 'DESC' } });
    return row ? toContract(row) : none(projectId);
  }

  /** The rules a referral began under: a later version does not rewrite a promise. */
  async version(projectId: string, version: number, tx: EntityManager = this.database.manager): Promise<RewardRules> {
    const row = version > 0 ? await tx.findOneBy(RewardRuleSetRecord, { projectId, version }) : null;
    return row ? toContract(row) : none(projectId);
  }

  async history(projectId: string): Promise<RewardRules[]> {
    const rows = await this.database.manager.find(RewardRuleSetRecord, { where: { projectId }, order: { version: 'DESC' }, take: 50 });
    return rows.length > 0 ? rows.map(toContract) : [none(projectId)];
  }

  /** @throws CodedError `rule.invalid`, `rule.version-conflict` */
  async publish(draft: RewardRulesDraft, staffId: string): Promise<RewardRules> {
    const { projectId, basedOn, rules, holdDays, pointMonths, tiers } = draft;
    const before = await this.version(projectId, basedOn);
    const { visitPoints = before.visitPoints, storyPoints = before.storyPoints } = draft;
    const settings = { holdDays, pointMonths, visitPoints, storyPoints, tiers };
    const faults = faultsOfRewardRules({ rules, ...settings });
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
      return await this.database.useCase(async (tx) => {
        if ((await this.current(projectId, tx)).version !== basedOn) throw coded('rule.version-conflict');
        await insertRows(tx, 'reward_rule_sets', [record]);
        await this.audit.record(tx, staffId, 'reward-rules.published', `project:${projectId}`, { version: record.version });
        return this.current(projectId, tx);
      });
    } catch (error) {
      if (isDuplicate(error)) throw coded('rule.version-conflict');
      throw error;
    }
  }
}

const toContract = (row: RewardRuleSetRecord): RewardRules => ({
  projectId: row.projectId,
  version: row.version,
  publishedAt: new Date(row.publishedAt).toISOString(),
  publishedBy: row.publishedById,
  rules: row.rules,
  // Versions from before stories were rewarded say nothing of them.
  storyPoints: null,
  ...row.settings,
});

const none = (projectId: string): RewardRules => ({
  projectId,
  version: 0,
  publishedAt: new Date(0).toISOString(),
  publishedBy: null,
  rules: [],
  holdDays: null,
  pointMonths: null,
  visitPoints: null,
  storyPoints: null,
  tiers: [],
});
