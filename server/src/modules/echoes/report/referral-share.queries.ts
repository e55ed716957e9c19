import { type ReferralShare, startOfBeijingDate } from '@guihu/shared';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config';
import { CONFIG } from '../../../config/config.module';
import type { StaffActor } from '../../../platform/http/actor';
import { refusedField } from '../../../platform/http/coded-error';
import { LeadSourceQueries } from '../../journeys/lead';
import { ViewingFactsQueries } from '../../journeys/viewing';
import { ProjectQueries } from '../../registers/project';
import { monthBounds, referralShareOf, type ShareCount } from './referral-share.policy';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_DAYS = 366;
/** Where the developers began (K7). */
const START = 0.18;

/** How much of the business comes by recommendation: leads by their first source, visits and deals by that of their lead. */
@Injectable()
export class ReferralShareQueries {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'referralShareTarget'>,
    private readonly leads: LeadSourceQueries,
    private readonly visits: ViewingFactsQueries,
    private readonly projects: ProjectQueries,
  ) {}

  /**
   * Of Beijing days, `to` included, as far as the colleague may see; of all their projects when none is named.
   * @throws CodedError `project.not-found`, `request.invalid` for days that are turned round or more than a year
   */
  async report(actor: StaffActor, from: string, to: string, projectId?: string): Promise<ReferralShare> {
    const [first, end] = [startOfBeijingDate(from), startOfBeijingDate(to) + DAY_MS];
    if (end <= first) throw refusedField('request.invalid', 'to', 'order', '结束日期不能早于开始日期');
    if (end - first > MOST_DAYS * DAY_MS) throw refusedField('request.invalid', 'to', 'long', '一次最多统计一年，请缩短时间范围');
    const bounds = monthBounds(first, end);
    const counts: ShareCount[] = [];
    for (const project of await this.projectsOf(actor, projectId)) {
      for (const what of ['leads', 'deals'] as const)
        for (const { span, root, count } of await this.leads.counts(actor, project, bounds, what === 'deals'))
          counts.push({ what, month: span, referral: root === 'referral', count });
      counts.push(...(await this.visitsOf(actor, project, bounds)));
    }
    return { from, to, start: START, target: this.config.referralShareTarget / 100, ...referralShareOf(counts, bounds) };
  }

  private async projectsOf(actor: StaffActor, asked?: string): Promise<string[]> {
    if (asked !== undefined) return [(await this.projects.ofStaff(actor, asked)).id];
    const all = (await this.projects.list()).items.map(({ id }) => id);
    return actor.scope.kind === 'group' ? all : all.filter((id) => actor.projectIds.includes(id));
  }

  /** Whoever came, in the month of their visit. */
  private async visitsOf(actor: StaffActor, projectId: string, bounds: readonly number[]): Promise<ShareCount[]> {
    const [first, end] = [bounds[0] as number, bounds.at(-1) as number];
    const counts: ShareCount[] = [];
    for await (const lot of this.visits.between(actor, projectId, first, end)) {
      const came = lot.filter(({ checkedInAt }) => checkedInAt !== null);
      const roots = await this.leads.rootsOf(came.flatMap(({ leadId }) => leadId ?? []));
      for (const { startsAt, leadId } of came) {
        const month = bounds.findIndex((bound, at) => at > 0 && startsAt < bound) - 1;
        counts.push({ what: 'visits', month, referral: leadId !== null && roots.get(leadId) === 'referral', count: 1 });
      }
    }
    return counts;
  }
}
