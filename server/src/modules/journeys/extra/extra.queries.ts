import { beijingDate, EXTRA_INTEREST_TRANSITIONS, type ExtraInterestStatus, type MyExtra, type Page } from '@guihu/shared';
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

  /** What is on show where they own a home, and whatever they still wait for a call about: nobody is left with a yes they cannot take back. */
  async of(customerId: string | null): Promise<Page<MyExtra>> {
    if (customerId === null) return { items: [], nextCursor: null };
    const shown = await this.shown(customerId);
    const projectIds = [...new Set(shown.map((row) => row.project_id))];
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
  private async shown(customerId: string): Promise<Offered[]> {
    const owned = [...new Set((await this.homes.ownedBy(customerId)).map(({ projectId }) => projectId))];
    const [offered, waiting] = await Promise.all([
      owned.length === 0
        ? []
        : this.database.rows<Offered>(
            `SELECT ${EXTRA_COLUMNS}, i.status AS interest FROM extras x
             LEFT JOIN extra_interests i ON i.extra_id = x.id AND i.customer_id = ? WHERE x.project_id IN ${marks(owned.length)}`,
            [customerId, ...owned],
          ),
      this.database.rows<Offered>(
        `SELECT ${EXTRA_COLUMNS}, i.status AS interest FROM extra_interests i JOIN extras x ON x.id = i.extra_id
         WHERE i.customer_id = ? AND i.status IN ${marks(WAITING.length)}`,
        [customerId, ...WAITING],
      ),
    ]);
    const today = beijingDate(this.clock.now());
    const onShow = offered.filter((row) => isOnShow(showTimeOf(row), today));
    const others = waiting.filter(({ id }) => onShow.every((row) => row.id !== id));
    return [...onShow, ...others].sort(inOrder);
  }
}

type Offered = ExtraRow & { interest: ExtraInterestStatus | null };

const WAITING: readonly ExtraInterestStatus[] = EXTRA_INTEREST_TRANSITIONS.verbs.withdraw.from;

const inOrder = (a: Offered, b: Offered): number =>
  a.project_id.localeCompare(b.project_id) || a.position - b.position || a.id.localeCompare(b.id);
