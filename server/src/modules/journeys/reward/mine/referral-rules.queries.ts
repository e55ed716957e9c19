import type { ReferralRules } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { coded } from '../../../../platform/http/coded-error';
import { ProjectQueries } from '../../../registers/project';
import { VerdictPromiseQueries } from '../../referral';
import { rewardPromise } from '../rules/reward-promise.policy';
import { RewardRuleSets } from '../rules/reward-rules';

/** The page of rules: what is judged and what is paid, of what is in force at this moment. */
@Injectable()
export class ReferralRulesQueries {
  constructor(
    private readonly projects: ProjectQueries,
    private readonly verdicts: VerdictPromiseQueries,
    private readonly rules: RewardRuleSets,
  ) {}

  /** @throws CodedError `project.not-found` */
  async of(projectId: string): Promise<ReferralRules> {
    const project = await this.projects.find(projectId);
    if (!project?.active) throw coded('project.not-found');
    const [verdict, rewards] = await Promise.all([this.verdicts.of(projectId), this.rules.current(projectId)]);
    const since = Math.max(verdict.since ?? 0, rewards.version === 0 ? 0 : Date.parse(rewards.publishedAt));
    const [valid, ...rest] = verdict.sections;
    return {
      projectId,
      projectName: project.name,
      inForceSince: since === 0 ? null : new Date(since).toISOString(),
      // What is earned is asked first after what counts; how to object stands last.
      sections: [...(valid ? [valid] : []), ...rewardPromise(rewards), ...rest],
    };
  }
}
