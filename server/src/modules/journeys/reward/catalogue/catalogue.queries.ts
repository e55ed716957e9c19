import type { CatalogueItem, Page, Redemption, RedemptionStatus } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import { ProjectQueries } from '../../../registers/project';
import { CatalogueItemRecord } from './catalogue.entity';

export interface RedemptionRow {
  id: string;
  person_id: string;
  item_id: string;
  project_id: string;
  title: string;
  points: number;
  status: RedemptionStatus;
  pick_up_code: string;
  taken: string;
  created_at: number | string;
}

export const REDEMPTION_COLUMNS =
  'd.id, d.person_id, d.item_id, d.project_id, d.title, d.points, d.status, d.pick_up_code, d.taken, d.created_at';

/** Nobody has hundreds of gifts; the latest of them are enough. */
const MOST = 100;

/** What points can be exchanged for (K4), and what somebody took. */
@Injectable()
export class CatalogueQueries {
  constructor(
    private readonly database: Database,
    private readonly projects: ProjectQueries,
  ) {}

  /** In the order the desk gave; one that is gone for now is shown as such. */
  async items(): Promise<Page<CatalogueItem>> {
    const rows = await this.database.manager.find(CatalogueItemRecord, { where: { active: true }, order: { position: 'ASC', id: 'ASC' } });
    const names = await this.projects.names(rows.map((row) => row.projectId));
    return {
      items: rows.map(({ id, title, description, points, stock, projectId }) => ({
        id,
        title,
        description,
        points,
        stock,
        pickUpPlace: names.get(projectId) ?? '',
      })),
      nextCursor: null,
    };
  }

  async of(personId: string | null): Promise<Page<Redemption>> {
    if (personId === null) return { items: [], nextCursor: null };
    const rows = await this.database.rows<RedemptionRow>(
      `SELECT ${REDEMPTION_COLUMNS} FROM redemptions d WHERE d.person_id = ? ORDER BY d.id DESC LIMIT ${MOST}`,
      [personId],
    );
    return { items: await this.views(rows), nextCursor: null };
  }

  async views(rows: readonly RedemptionRow[]): Promise<Redemption[]> {
    const names = await this.projects.names(rows.map((row) => row.project_id));
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      points: row.points,
      status: row.status,
      pickUpCode: row.pick_up_code,
      pickUpPlace: names.get(row.project_id) ?? '',
      at: new Date(Number(row.created_at)).toISOString(),
    }));
  }
}
