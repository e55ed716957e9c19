import type { SiteDuty, SitePost } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, marks, select } from '../../../platform/database/database';

export interface SavedDay {
  posts: SitePost[];
  version: number;
}

/** What is planned for sales offices, as it stands. */
@Injectable()
export class SiteRotas {
  constructor(private readonly database: Database) {}

  /** Project → weekday or date → what was saved for it. Days that nobody planned are not in it. */
  async saved(
    projectIds: readonly string[],
    days: readonly string[],
    tx: EntityManager = this.database.manager,
  ): Promise<Map<string, Map<string, SavedDay>>> {
    if (projectIds.length === 0) return new Map();
    const rows = await select<{ project_id: string; day: string; posts: string; version: number }>(
      tx,
      `SELECT project_id, day, posts, version FROM site_rota_days
       WHERE project_id IN ${marks(projectIds.length)} AND day IN ${marks(days.length)}`,
      [...projectIds, ...days],
    );
    const planned = new Map<string, Map<string, SavedDay>>();
    for (const { project_id, day, posts, version } of rows) {
      const ofProject = planned.get(project_id) ?? new Map<string, SavedDay>();
      planned.set(project_id, ofProject.set(day, { posts: JSON.parse(posts), version }));
    }
    return planned;
  }

  /** The duties that these projects want covered; one that never said is not in it. */
  async wanted(projectIds: readonly string[]): Promise<Map<string, SiteDuty[]>> {
    if (projectIds.length === 0) return new Map();
    const rows = await this.database.rows<{ project_id: string; wanted: string }>(
      `SELECT project_id, wanted FROM site_rotas WHERE project_id IN ${marks(projectIds.length)}`,
      projectIds,
    );
    return new Map(rows.map(({ project_id, wanted }) => [project_id, JSON.parse(wanted)]));
  }
}
