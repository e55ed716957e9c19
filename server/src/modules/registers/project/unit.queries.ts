import type { BuildingUnits, Page } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, marks, select } from '../../../platform/database/database';
import { coded } from '../../../platform/http/coded-error';
import { Building, Project } from './project.entity';

/** Where a unit stands, in words for people. */
export interface UnitPlace {
  unitId: string;
  projectId: string;
  projectName: string;
  buildingId: string;
  buildingName: string;
  /** 1203 */
  unitLabel: string;
  /** 云溪府 3号楼 1203 */
  label: string;
}

export interface UnitSale {
  id: string;
  label: string;
  state: 'available' | 'reserved' | 'sold';
}

interface PlaceRow {
  unit_id: string;
  project_id: string;
  project_name: string;
  building_id: string;
  building_name: string;
  unit_label: string;
}

const PLACES = `SELECT u.id AS unit_id, u.project_id, p.name AS project_name, u.building_id, b.name AS building_name, u.label AS unit_label
  FROM units u JOIN buildings b ON b.id = u.building_id JOIN projects p ON p.id = u.project_id`;

/** What stands where: facts of the sales office, about nobody. */
@Injectable()
export class UnitQueries {
  constructor(private readonly database: Database) {}

  async place(unitId: string, tx?: EntityManager): Promise<UnitPlace | null> {
    return (await this.places([unitId], tx)).get(unitId) ?? null;
  }

  /** By unit id; units that do not exist are left out. */
  async places(unitIds: readonly string[], tx: EntityManager = this.database.manager): Promise<Map<string, UnitPlace>> {
    const ids = [...new Set(unitIds)];
    if (ids.length === 0) return new Map();
    const rows = await select<PlaceRow>(tx, `${PLACES} WHERE u.id IN ${marks(ids.length)}`, ids);
    return new Map(rows.map((row) => [row.unit_id, placeOf(row)]));
  }

  /** Whether these can still be had, with their place in a few words (`3号楼 1203`); units that do not exist are left out. */
  async sales(unitIds: readonly string[]): Promise<Map<string, UnitSale>> {
    const ids = [...new Set(unitIds)];
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<{ id: string; label: string; building: string; state: UnitSale['state'] }>(
      `SELECT u.id, u.label, b.name AS building, u.state FROM units u JOIN buildings b ON b.id = u.building_id WHERE u.id IN ${marks(ids.length)}`,
      ids,
    );
    return new Map(rows.map(({ id, label, building, state }) => [id, { id, label: `${building} ${label}`, state }]));
  }

  /** Every unit of a project. */
  async ofProject(projectId: string): Promise<UnitPlace[]> {
    return (await this.database.rows<PlaceRow>(`${PLACES} WHERE u.project_id = ?`, [projectId])).map(placeOf);
  }

  /** Buildings of a project without their units, in the order in which they were entered. */
  async buildingsOf(projectId: string): Promise<{ id: string; name: string; floors: number }[]> {
    const buildings = await this.database.manager.find(Building, { where: { projectId }, order: { id: 'ASC' } });
    return buildings.map(({ id, name, floors }) => ({ id, name, floors }));
  }

  /** Units whose label begins so, with or without building and project before it (`1203`, `3号楼 12`, `云溪府3号楼`); at most `most`. */
  async beginningWith(text: string, most: number): Promise<string[]> {
    const wanted = text.replace(/[\s%_\\]+/g, '');
    if (wanted === '') return [];
    const buildings = await this.database.rows<{ id: string; name: string; project_name: string }>(
      'SELECT b.id, b.name, p.name AS project_name FROM buildings b JOIN projects p ON p.id = b.project_id',
    );
    const heads = buildings.flatMap(({ id, name, project_name }) => {
      const bare = name.replace(/\s+/g, '');
      return [bare, `${project_name.replace(/\s+/g, '')}${bare}`].map((head) => ({ id, head }));
    });
    const within = heads.flatMap(({ id, head }) => {
      if (wanted.startsWith(head)) return [{ id, label: wanted.slice(head.length) }];
      return head.startsWith(wanted) ? [{ id, label: '' }] : [];
    });
    const rows = await this.database.rows<{ id: string }>(
      `SELECT id FROM units WHERE label LIKE ?${' OR (building_id = ? AND label LIKE ?)'.repeat(within.length)} ORDER BY id LIMIT ?`,
      [`${wanted}%`, ...within.flatMap(({ id, label }) => [id, `${label}%`]), most],
    );
    return rows.map((row) => row.id);
  }

  /**
   * Buildings with their units, from the ground up, for people to choose their own.
   * @throws CodedError `project.not-found`, also for one that is no longer on show.
   */
  async buildings(projectId: string): Promise<Page<BuildingUnits>> {
    const { manager } = this.database;
    if (!(await manager.existsBy(Project, { id: projectId, active: true }))) throw coded('project.not-found');
    const [buildings, units] = await Promise.all([
      manager.find(Building, { where: { projectId }, order: { id: 'ASC' } }),
      this.database.rows<{ id: string; building_id: string; label: string; floor: number }>(
        'SELECT id, building_id, label, floor FROM units WHERE project_id = ? ORDER BY floor, label',
        [projectId],
      ),
    ]);
    const byBuilding = new Map<string, BuildingUnits['units']>(buildings.map((b) => [b.id, []]));
    for (const { id, building_id, label, floor } of units) byBuilding.get(building_id)?.push({ id, label, floor });
    const items = buildings.map(({ id, name, floors }) => ({ id, name, floors, units: byBuilding.get(id) ?? [] }));
    return { items, nextCursor: null };
  }
}

const placeOf = (row: PlaceRow): UnitPlace => ({
  unitId: row.unit_id,
  projectId: row.project_id,
  projectName: row.project_name,
  buildingId: row.building_id,
  buildingName: row.building_name,
  unitLabel: row.unit_label,
  label: `${row.project_name} ${row.building_name.replace(/\s+/g, '')} ${row.unit_label}`,
});
