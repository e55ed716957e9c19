import type { Page, ProjectDetail, ProjectSummary } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Remembered } from '../../../platform/clock/remembered';
import { Database, marks } from '../../../platform/database/database';
import { type StaffActor, worksFor } from '../../../platform/http/actor';
import { coded, refusedField } from '../../../platform/http/coded-error';
import { Building, Layout, Project } from './project.entity';
import { detailOf, type Offer, type ProjectParts, summaryOf } from './project.view';

/** Machine time. */
const REMEMBER_MS = 30_000;

export interface ProjectBrief {
  id: string;
  /** Short name used in receipt numbers: `YX`. */
  code: string;
  name: string;
  address: string;
  active: boolean;
}

@Injectable()
export class ProjectQueries {
  private readonly briefs: Remembered<Map<string, ProjectBrief>>;

  constructor(
    private readonly database: Database,
    clock: Clock,
  ) {
    this.briefs = new Remembered(clock, REMEMBER_MS, () => this.loadBriefs());
  }

  /** Every project on show, in the order the developer gave them: a developer has dozens at most, so one page holds them. */
  async list(): Promise<Page<ProjectSummary>> {
    const projects = await this.database.manager.find(Project, { where: { active: true }, order: { position: 'ASC', id: 'ASC' } });
    return { items: (await this.partsOf(projects)).map(summaryOf), nextCursor: null };
  }

  /** @throws CodedError `project.not-found`, also for one that is no longer on show. */
  async detail(id: string): Promise<ProjectDetail> {
    const project = await this.database.manager.findOneBy(Project, { id, active: true });
    const [parts] = project ? await this.partsOf([project]) : [];
    if (!parts) throw coded('project.not-found');
    return detailOf(parts);
  }

  /** From memory: a new project is known to every process within 30 seconds. */
  async find(id: string): Promise<ProjectBrief | null> {
    return (await this.briefs.get()).get(id) ?? null;
  }

  /**
   * The project a colleague means, or their first one when they said none.
   * @throws CodedError `project.not-found` for one they do not work for, and one no longer on show
   */
  async ofStaff(actor: StaffActor, asked?: string): Promise<ProjectBrief> {
    const id = asked ?? actor.projectIds[0];
    if (id === undefined) throw refusedField('request.invalid', 'projectId', 'required', '请选择楼盘');
    const project = worksFor(actor, id) ? await this.find(id) : null;
    if (!project?.active) throw coded('project.not-found');
    return project;
  }

  /** Names of those that exist, by id; ones no longer on show keep theirs. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const briefs = await this.briefs.get();
    return new Map([...new Set(ids)].flatMap((id): [string, string][] => (briefs.has(id) ? [[id, briefs.get(id)!.name]] : [])));
  }

  /** Projects changed: they are read anew. */
  invalidate(): void {
    this.briefs.forget();
  }

  private async partsOf(projects: readonly Project[]): Promise<ProjectParts[]> {
    if (projects.length === 0) return [];
    const ids = projects.map((p) => p.id);
    const { manager } = this.database;
    const [buildings, layouts, offers] = await Promise.all([
      manager.find(Building, { where: { projectId: In(ids) }, order: { id: 'ASC' } }),
      manager.find(Layout, { where: { projectId: In(ids) }, order: { code: 'ASC' } }),
      this.offersOf(ids),
    ]);
    return projects.map((project) => ({
      project,
      buildings: buildings.filter((b) => b.projectId === project.id),
      layouts: layouts.filter((l) => l.projectId === project.id),
      offers,
    }));
  }

  private async offersOf(projectIds: readonly string[]): Promise<Map<string, Offer>> {
    const rows = await this.database.rows<{ layout_id: string; price_from: number | string; units_left: number | string }>(
      `SELECT layout_id, MIN(price) AS price_from, COUNT(*) AS units_left
       FROM units WHERE project_id IN ${marks(projectIds.length)} AND state = ? GROUP BY layout_id`,
      [...projectIds, 'available'],
    );
    return new Map(rows.map((r) => [r.layout_id, { priceFrom: Number(r.price_from), unitsLeft: Number(r.units_left) }]));
  }

  private async loadBriefs(): Promise<Map<string, ProjectBrief>> {
    const manager = await this.database.aside();
    const rows = await manager.find(Project, { select: { id: true, code: true, name: true, address: true, active: true } });
    return new Map(rows.map(({ id, code, name, address, active }) => [id, { id, code, name, address, active }]));
  }
}
