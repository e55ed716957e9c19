import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { decodeCursor, encodeCursor } from '../../../../platform/http/cursor';

export interface PageOf<R> {
  rows: R[];
  nextCursor: string | null;
}

/** Rewards and redemptions belong to a project: whoever works for it and may read them sees all of them there. */
@Injectable()
export class RewardAccess {
  constructor(private readonly database: Database) {}

  covers({ scope, projectIds }: StaffActor, projectId: string): boolean {
    if (scope.kind === 'group') return true;
    return (scope.kind === 'project' ? scope.projectIds : projectIds).includes(projectId);
  }

  /** Projects whose records this colleague may see; of them the one that was asked for. */
  async projectsOf(actor: StaffActor, asked?: string): Promise<string[]> {
    const all = await this.database.rows<{ id: string }>('SELECT id FROM projects ORDER BY id');
    return all.map(({ id }) => id).filter((id) => this.covers(actor, id) && (asked === undefined || id === asked));
  }

  /**
   * A page of what lies in these projects, newest first. Each project is asked by itself: an index holds the order of one, and of
   * several together the database would sort years of rows for one page.
   * @param ask reads up to `limit` rows of a project whose ids come before `before`
   */
  async newest<R extends { id: string }>(
    projectIds: readonly string[],
    { cursor, limit }: { cursor?: string; limit: number },
    ask: (projectId: string, before: string | null, limit: number) => Promise<R[]>,
  ): Promise<PageOf<R>> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor)[0]);
    const found = await Promise.all(projectIds.map((id) => ask(id, before, limit + 1)));
    const rows = found.flat().sort((a, b) => (a.id < b.id ? 1 : -1));
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { rows: page, nextCursor: last && rows.length > limit ? encodeCursor([last.id]) : null };
  }
}
