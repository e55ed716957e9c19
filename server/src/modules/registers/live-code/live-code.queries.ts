import type { LiveCodeKind, Page, StaffLiveCode } from '@guihu/shared';
import { sceneOf } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database, marks } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor';
import { ChannelDirectory, ProjectQueries } from '../project';
import { StaffQueries } from '../staff';
import { CODE_PAGE, stateOf } from './live-code.policy';
import { instantOf, type LiveCodeRow, lifeOf } from './live-code.rows';

export interface LiveCodeFilter {
  projectId?: string;
  kind?: LiveCodeKind;
  cursor?: string;
  limit: number;
}

interface Condition {
  sql: string;
  values: unknown[];
}

/** What colleagues make; few beside what customers share. */
const PRINTED = `c.kind IN ('channel', 'campaign', 'agent', 'site')`;

/** Codes as colleagues list them: those of their projects; of agents' codes their own, their team's, or all, as their scope is. */
@Injectable()
export class LiveCodeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly projects: ProjectQueries,
    private readonly channels: ChannelDirectory,
    private readonly staff: StaffQueries,
  ) {}

  /** Newest first, by keyset. */
  async list(actor: StaffActor, filter: LiveCodeFilter): Promise<Page<StaffLiveCode>> {
    const project = filter.projectId ? await this.projects.ofStaff(actor, filter.projectId) : null;
    const conditions = [await this.scope(actor)];
    if (project) conditions.push({ sql: 'c.project_id = ?', values: [project.id] });
    if (filter.kind) conditions.push({ sql: 'c.kind = ?', values: [filter.kind] });
    if (filter.cursor) conditions.push({ sql: 'c.id < ?', values: [String(decodeCursor(filter.cursor)[0])] });
    const rows = await this.database.rows<LiveCodeRow>(
      `SELECT c.* FROM live_codes c WHERE ${conditions.map((c) => c.sql).join(' AND ')} ORDER BY c.id DESC LIMIT ?`,
      [...conditions.flatMap((c) => c.values), filter.limit + 1],
    );
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    return { items: await this.describe(page), nextCursor: rows.length > filter.limit && last ? encodeCursor([last.id]) : null };
  }

  /** Null for a code outside this colleague's scope, as for one that never was. */
  async one(actor: StaffActor, id: string): Promise<StaffLiveCode | null> {
    const scope = await this.scope(actor);
    const rows = await this.database.rows<LiveCodeRow>(`SELECT c.* FROM live_codes c WHERE c.id = ? AND ${scope.sql}`, [
      id,
      ...scope.values,
    ]);
    return (await this.describe(rows))[0] ?? null;
  }

  async madeBy(staffId: string, id: string): Promise<boolean> {
    return (await this.database.rows('SELECT id FROM live_codes WHERE id = ? AND created_by_id = ?', [id, staffId])).length > 0;
  }

  /** Customers' own codes belong to the customers: colleagues follow them in referrals. */
  private async scope({ scope, projectIds }: StaffActor): Promise<Condition> {
    if (scope.kind === 'group') return { sql: `${PRINTED} AND c.project_id IN (SELECT p.id FROM projects p)`, values: [] };
    const projects = scope.kind === 'project' ? scope.projectIds : projectIds;
    if (projects.length === 0) return { sql: '1 = 0', values: [] };
    const inProjects = `${PRINTED} AND c.project_id IN ${marks(projects.length)}`;
    if (scope.kind === 'project') return { sql: inProjects, values: [...projects] };
    const people = scope.kind === 'team' ? [scope.staffId, ...(await this.staff.teamMembers(scope.teamIds))] : [scope.staffId];
    return { sql: `(${inProjects} AND (c.kind <> 'agent' OR c.staff_id IN ${marks(people.length)}))`, values: [...projects, ...people] };
  }

  /** Fills in the names that other features own. */
  async describe(rows: readonly LiveCodeRow[]): Promise<StaffLiveCode[]> {
    const now = this.clock.now();
    const [projects, people] = await Promise.all([
      this.projects.names(rows.map((r) => r.project_id)),
      this.staff.byIds(rows.flatMap((r) => r.staff_id ?? [])),
    ]);
    return Promise.all(
      rows.map(async (row) => {
        const expiresAt = instantOf(row.expires_at);
        return {
          id: row.id,
          code: row.code,
          kind: row.kind,
          label: row.label,
          projectName: projects.get(row.project_id) ?? '',
          channelCode: row.channel_code,
          channelName: row.channel_code ? ((await this.channels.find(row.channel_code))?.name ?? null) : null,
          staffName: row.staff_id ? (people.get(row.staff_id)?.name ?? null) : null,
          state: stateOf(lifeOf(row), now),
          createdAt: new Date(Number(row.created_at)).toISOString(),
          expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
          scans: row.scans,
          visitors: row.visitors,
          leads: row.leads,
          path: `${CODE_PAGE}?scene=${encodeURIComponent(sceneOf(row.code))}`,
          pictureUrl: `/api/live-codes/${row.code}/picture`,
        };
      }),
    );
  }
}
