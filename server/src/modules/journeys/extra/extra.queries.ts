import { beijingDate, type ExtraInterestStatus, type MyExtra, type Page } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database, marks } from '../../../platform/database/database';
import { HomeRegister } from '../../registers/home';
import { ProjectQueries } from '../../registers/project';
import { UploadRegister } from '../../registers/upload';
import { isOnShow, ownersVerbs } from './extra.policy';
import { EXTRA_COLUMNS, type ExtraRow, extraSubject, pictureOf, showTimeOf } from './extra.rows';

/** What is on offer to an owner; a project has dozens at most, so one page holds them. */
@Injectable()
export class ExtraQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly homes: HomeRegister,
    private readonly projects: ProjectQueries,
    private readonly uploads: UploadRegister,
  ) {}

  /** Empty for whoever owns no home. */
  async of(customerId: string | null): Promise<Page<MyExtra>> {
    const projectIds = [...new Set((await this.homes.ownedBy(customerId)).map(({ projectId }) => projectId))];
    if (projectIds.length === 0) return { items: [], nextCursor: null };
    const today = beijingDate(this.clock.now());
    const rows = await this.database.rows<ExtraRow & { interest: ExtraInterestStatus | null }>(
      `SELECT ${EXTRA_COLUMNS}, i.status AS interest FROM extras x
       LEFT JOIN extra_interests i ON i.extra_id = x.id AND i.customer_id = ?
       WHERE x.project_id IN ${marks(projectIds.length)} ORDER BY x.project_id, x.position, x.id`,
      [customerId, ...projectIds],
    );
    const shown = rows.filter((row) => isOnShow(showTimeOf(row), today));
    const [names, pictures] = await Promise.all([
      this.projects.names(projectIds),
      this.uploads.ofMany(shown.map(({ id }) => extraSubject(id))),
    ]);
    const items = shown.map(
      (row): MyExtra => ({
        id: row.id,
        kind: row.kind,
        title: row.title,
        words: row.words,
        picture: pictureOf(pictures.get(extraSubject(row.id))),
        until: row.until_day,
        projectName: names.get(row.project_id) ?? '',
        status: row.interest,
        allowed: ownersVerbs(row.interest),
      }),
    );
    return { items, nextCursor: null };
  }
}
