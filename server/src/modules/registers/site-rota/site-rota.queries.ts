import type { SiteDay, SiteRotaView, TimeRange } from '@guihu/shared';
import { isCivilDate } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../../platform/http/actor';
import { refusedField } from '../../../platform/http/coded-error';
import { ProjectQueries } from '../project';
import { sayGap, siteGaps } from './site-gaps.policy';
import { inOrder, postsOn, sevenDays, WEEKDAYS, weekdayOf } from './site-posts.policy';
import { SiteRotas } from './site-rotas';

/** Who keeps a sales office running, day by day (F11). */
@Injectable()
export class SiteRotaQueries {
  constructor(
    private readonly rotas: SiteRotas,
    private readonly projects: ProjectQueries,
  ) {}

  /** @throws CodedError `project.not-found` for a project that is not theirs, `site-rota.invalid` for a date that is none */
  async view(actor: StaffActor, projectId: string, from: string): Promise<SiteRotaView> {
    await this.projects.ofStaff(actor, projectId);
    if (!isCivilDate(from)) throw refusedField('site-rota.invalid', 'from', 'date', '没有这一天，请检查日期');
    const dates = sevenDays(from);
    const [saved, wanted] = await Promise.all([this.rotas.saved([projectId], [...WEEKDAYS, ...dates]), this.rotas.wanted([projectId])]);
    const planned = saved.get(projectId) ?? new Map();
    const posts = new Map([...planned].map(([day, each]) => [day, each.posts]));
    const version = (day: string) => planned.get(day)?.version ?? 0;
    return {
      projectId,
      wanted: wanted.get(projectId) ?? [],
      week: WEEKDAYS.map((day) => ({ day, posts: inOrder(posts.get(day) ?? []), changed: false, version: version(day) })),
      days: dates.map((day) => ({ day, posts: postsOn(posts, day), changed: posts.has(day), version: version(day) })),
    };
  }

  /**
   * One day of the projects that plan it or want a duty covered. `visits`: when visitors are there, epoch ms, by project. For
   * whoever asked which projects somebody may see.
   */
  async onDay(projectIds: readonly string[], day: string, visits: ReadonlyMap<string, readonly TimeRange[]>): Promise<SiteDay[]> {
    const [saved, wanted, names] = await Promise.all([
      this.rotas.saved(projectIds, [day, weekdayOf(day)]),
      this.rotas.wanted(projectIds),
      this.projects.names(projectIds),
    ]);
    return projectIds
      .filter((projectId) => saved.has(projectId) || (wanted.get(projectId) ?? []).length > 0)
      .map((projectId) => {
        const planned = new Map([...(saved.get(projectId) ?? [])].map(([key, each]) => [key, each.posts]));
        const posts = postsOn(planned, day);
        const gaps = siteGaps(wanted.get(projectId) ?? [], posts, visits.get(projectId) ?? [], day).map(sayGap);
        return { projectId, projectName: names.get(projectId) ?? '', day, posts, gaps };
      });
  }
}
