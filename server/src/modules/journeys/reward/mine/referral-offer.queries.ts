import type { ReferralOffer } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { coded } from '../../../../platform/http/coded-error';
import { ProjectQueries } from '../../../registers/project';
import { offerLines } from '../rules/offer.policy';
import { RewardRuleSets } from '../rules/reward-rules';

/** What the rules in force promise to whoever recommends a project. */
@Injectable()
export class ReferralOfferQueries {
  constructor(
    private readonly projects: ProjectQueries,
    private readonly rules: RewardRuleSets,
  ) {}

  /** @throws CodedError `project.not-found` */
  async of(projectId: string): Promise<ReferralOffer> {
    if (!(await this.projects.find(projectId))?.active) throw coded('project.not-found');
    const rules = await this.rules.current(projectId);
    return { projectId, lines: offerLines(rules), tiers: rules.tiers };
  }
}
