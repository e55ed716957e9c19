import type { ViewingStatus } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { ProjectQueries } from '../../../registers/project';
import { ViewingAccess } from './viewing-access';

/** A visit as a report counts it. Instants are epoch ms. */
export interface ViewingFact {
  id: string;
  status: ViewingStatus;
  walkIn: boolean;
  startsAt: number;
  checkedInAt: number | null;
  hostId: string | null;
  customerId: string;
  leadId: string | null;
  stars: number | null;
  objections: readonly string[];
  /** What the visitor was shown; null where nobody wrote it down. */
  tour: readonly string[] | null;
}

interface FactRow {
  id: string;
  status: ViewingStatus;
  origin: string;
  starts_at: number | string;
  checked_in_at: number | string | null;
  host_id: string | null;
  customer_id: string;
  lead_id: string | null;
  stars: number | null;
  feedback: string | null;
}

interface Written {
  objections?: string[];
  tour?: string[];
}

const LOT = 2_000;

/** Visits for those who count them, as far as the colleague may see them. */
@Injectable()
export class ViewingFactsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: ViewingAccess,
    private readonly projects: ProjectQueries,
  ) {}

  /** Lot by lot, those of a project that begin in `[from, to)`. @throws CodedError `project.not-found` */
  async *between(actor: StaffActor, projectId: string, from: number, to: number): AsyncIterable<ViewingFact[]> {
    const project = await this.projects.ofStaff(actor, projectId);
    const scope = await this.access.condition(actor);
    for (let [at, id] = [from, '']; ; ) {
      const rows = await this.database.rows<FactRow>(
        `SELECT v.id, v.status, v.origin, v.starts_at, v.checked_in_at, v.host_id, v.customer_id, v.lead_id, v.stars, v.feedback
         FROM viewings v WHERE v.project_id = ? AND v.starts_at >= ? AND v.starts_at < ? AND (v.starts_at > ? OR v.id > ?) AND ${scope.sql}
         ORDER BY v.starts_at, v.id LIMIT ?`,
        [project.id, at, to, at, id, ...scope.values, LOT],
      );
      yield rows.map(factOf);
      const last = rows.at(-1);
      if (!last || rows.length < LOT) return;
      [at, id] = [Number(last.starts_at), last.id];
    }
  }
}

function factOf(row: FactRow): ViewingFact {
  const written: Written | null = row.feedback ? JSON.parse(row.feedback) : null;
  return {
    id: row.id,
    status: row.status,
    walkIn: row.origin === 'walk-in',
    startsAt: Number(row.starts_at),
    checkedInAt: row.checked_in_at === null ? null : Number(row.checked_in_at),
    hostId: row.host_id,
    customerId: row.customer_id,
    leadId: row.lead_id,
    stars: row.stars,
    objections: written?.objections ?? [],
    tour: written?.tour ?? null,
  };
}
