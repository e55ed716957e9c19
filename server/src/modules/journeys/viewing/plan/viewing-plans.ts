import { usualStops, VIEWING_KINDS, type ViewingKind, type ViewingPlan } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, marks, select } from '../../../../platform/database/database';

interface PlanRow {
  id: string;
  project_id: string;
  kind: ViewingKind;
  version: number;
  plan: string;
}

export const planKey = (projectId: string, kind: ViewingKind): string => `${projectId}:${kind}`;

/** How visits are offered now. */
@Injectable()
export class ViewingPlans {
  constructor(private readonly database: Database) {}

  /** Of every kind that was ever set up in this project, in the order of the kinds. */
  async ofProject(projectId: string): Promise<ViewingPlan[]> {
    const rows = await this.database.rows<PlanRow>(
      `SELECT id, project_id, kind, version, plan FROM viewing_plans WHERE current_key IN ${marks(VIEWING_KINDS.length)}`,
      VIEWING_KINDS.map((kind) => planKey(projectId, kind)),
    );
    return rows.map(planOf).sort((a, b) => VIEWING_KINDS.indexOf(a.kind) - VIEWING_KINDS.indexOf(b.kind));
  }

  /** The plan in force; null where none is. */
  async find(projectId: string, kind: string, tx: EntityManager = this.database.manager): Promise<ViewingPlan | null> {
    const [row] = await select<PlanRow>(tx, 'SELECT id, project_id, kind, version, plan FROM viewing_plans WHERE current_key = ?', [
      `${projectId}:${kind}`,
    ]);
    return row ? planOf(row) : null;
  }

  /** Of these versions, whichever they are; what was promised is judged by the version it was booked under. */
  async byIds(ids: readonly string[], tx: EntityManager = this.database.manager): Promise<Map<string, ViewingPlan>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const rows = await select<PlanRow>(
      tx,
      `SELECT id, project_id, kind, version, plan FROM viewing_plans WHERE id IN ${marks(wanted.length)}`,
      wanted,
    );
    return new Map(rows.map((row) => [row.id, planOf(row)]));
  }
}

function planOf({ id, project_id, kind, version, plan }: PlanRow): ViewingPlan {
  const content: Omit<ViewingPlan, 'id' | 'audience' | 'tourStops'> & Partial<Pick<ViewingPlan, 'audience' | 'tourStops'>> =
    JSON.parse(plan);
  // Plans that were saved before a tour could be planned walk the usual one, and those from before there were audiences are for everybody.
  const { tourStops = usualStops(kind), audience = 'everybody' } = content;
  return { ...content, audience, tourStops, id, projectId: project_id, kind, version };
}
