import { beijingDate, isCivilDate, type Page, type SiteDay, startOfBeijingDate, type TimeRange } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database, marks } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { ProjectQueries } from '../../../registers/project';
import { SiteRotaQueries } from '../../../registers/site-rota';

const DAY_MS = 24 * 60 * 60_000;

/** Who keeps the sales office running on a day of visits, and where nobody does (F11). */
@Injectable()
export class SiteDaysQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly projects: ProjectQueries,
    private readonly rotas: SiteRotaQueries,
  ) {}

  /**
   * Of one project, or of all in which the colleague works. Visits of everybody count: the rooms are shared. Today when no day is said.
   * @throws CodedError `project.not-found` for a project that is not theirs
   */
  async list(actor: StaffActor, asked: { projectId?: string; day?: string }): Promise<Page<SiteDay>> {
    const day = asked.day ?? beijingDate(this.clock.now());
    if (!isCivilDate(day)) throw coded('request.invalid', '没有这一天，请检查日期');
    const projectIds = asked.projectId ? [(await this.projects.ofStaff(actor, asked.projectId)).id] : await this.theirs(actor);
    return { items: await this.rotas.onDay(projectIds, day, await this.visits(projectIds, day)), nextCursor: null };
  }

  private async theirs({ scope, projectIds }: StaffActor): Promise<readonly string[]> {
    return scope.kind === 'group' ? (await this.projects.list()).items.map(({ id }) => id) : projectIds;
  }

  /** When visitors are there, by project. */
  private async visits(projectIds: readonly string[], day: string): Promise<Map<string, TimeRange[]>> {
    if (projectIds.length === 0) return new Map();
    const from = startOfBeijingDate(day);
    const rows = await this.database.rows<{ project_id: string; starts_at: number | string; ends_at: number | string }>(
      `SELECT DISTINCT project_id, starts_at, ends_at FROM viewings
       WHERE project_id IN ${marks(projectIds.length)} AND starts_at >= ? AND starts_at < ? AND status NOT IN ('cancelled', 'no-show')`,
      [...projectIds, from, from + DAY_MS],
    );
    const times = new Map<string, TimeRange[]>();
    for (const { project_id, starts_at, ends_at } of rows)
      times.set(project_id, [...(times.get(project_id) ?? []), { from: Number(starts_at), to: Number(ends_at) }]);
    return times;
  }
}
