import {
  allows,
  MODERATOR_VERBS,
  type MyStory,
  type Page,
  type PhotoView,
  type PublishedStory,
  STORY_TRANSITIONS,
  type StaffStory,
  type StoryPhoto,
  type StoryStatus,
} from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor';
import { CustomerRegister } from '../../registers/customer';
import { HomeRegister } from '../../registers/home';
import { ProjectQueries } from '../../registers/project';
import { StaffQueries } from '../../registers/staff';
import { UploadRegister } from '../../registers/upload';
import { STORY_COLUMNS, type StoryRow, storySubject } from './story.rows';

interface Paging {
  cursor?: string;
  limit: number;
}

/** Stories as everybody, their author, and whoever reads them first see them. */
@Injectable()
export class StoryQueries {
  constructor(
    private readonly database: Database,
    private readonly projects: ProjectQueries,
    private readonly customers: CustomerRegister,
    private readonly homes: HomeRegister,
    private readonly staff: StaffQueries,
    private readonly uploads: UploadRegister,
  ) {}

  /** Newest first; nothing here names a phone, a home or a whole name. @throws CodedError `project.not-found` */
  async published(projectId: string, { cursor, limit }: Paging): Promise<Page<PublishedStory>> {
    if (!(await this.projects.find(projectId))?.active) throw coded('project.not-found');
    const [at, id] = cursor === undefined ? [] : decodeCursor(cursor);
    const before = cursor === undefined ? '' : 'AND (s.published_at < ? OR (s.published_at = ? AND s.id < ?))';
    const rows = await this.database.rows<StoryRow>(
      `SELECT ${STORY_COLUMNS} FROM stories s WHERE s.project_id = ? AND s.status = 'published' ${before}
       ORDER BY s.published_at DESC, s.id DESC LIMIT ?`,
      [projectId, ...(cursor === undefined ? [] : [Number(at), Number(at), String(id ?? '')]), limit + 1],
    );
    return this.page(
      rows,
      limit,
      ({ published_at, id: last }) => encodeCursor([Number(published_at), last]),
      (row, photos) => ({
        ...shown(row, photos),
        publishedAt: iso(row.published_at),
      }),
    );
  }

  /** Newest first. */
  async of(customerId: string | null, { cursor, limit }: Paging): Promise<Page<MyStory>> {
    if (customerId === null) return { items: [], nextCursor: null };
    const before = cursor === undefined ? [] : [String(decodeCursor(cursor)[0])];
    const rows = await this.database.rows<StoryRow>(
      `SELECT ${STORY_COLUMNS} FROM stories s WHERE s.customer_id = ? ${before.length > 0 ? 'AND s.id < ?' : ''} ORDER BY s.id DESC LIMIT ?`,
      [customerId, ...before, limit + 1],
    );
    const names = await this.projects.names(rows.map((row) => row.project_id));
    return this.page(
      rows,
      limit,
      ({ id }) => encodeCursor([id]),
      (row, photos) => ({
        ...shown(row, photos),
        projectName: names.get(row.project_id) ?? '',
        status: row.status,
        reason: row.status === 'returned' ? row.reason : null,
        at: iso(row.created_at),
        allowed: allows(STORY_TRANSITIONS, row.status, 'withdraw') ? ['withdraw'] : [],
      }),
    );
  }

  /** What waits, the longest first; everything else newest first. What its author took back is no colleague's to read. */
  async queue(
    actor: StaffActor,
    { projectId, status = 'submitted', cursor, limit }: Paging & { projectId: string; status?: StoryStatus },
  ): Promise<Page<StaffStory>> {
    const project = await this.projects.ofStaff(actor, projectId);
    if (status === 'withdrawn') return { items: [], nextCursor: null };
    const [sign, order] = status === 'submitted' ? ['>', 'ASC'] : ['<', 'DESC'];
    const after = cursor === undefined ? [] : [String(decodeCursor(cursor)[0])];
    const rows = await this.database.rows<StoryRow>(
      `SELECT ${STORY_COLUMNS} FROM stories s WHERE s.project_id = ? AND s.status = ? ${after.length > 0 ? `AND s.id ${sign} ?` : ''}
       ORDER BY s.id ${order} LIMIT ?`,
      [project.id, status, ...after, limit + 1],
    );
    const [people, places, deciders] = await Promise.all([
      this.customers.briefs(rows.map((row) => row.customer_id)),
      this.homes.places(rows.map((row) => row.unit_id)),
      this.staff.byIds(rows.flatMap((row) => row.decided_by_id ?? [])),
    ]);
    return this.page(
      rows,
      limit,
      ({ id }) => encodeCursor([id]),
      (row, photos) => {
        const author = people.get(row.customer_id);
        return {
          ...shown(row, photos),
          status: row.status,
          reason: row.status === 'returned' ? row.reason : null,
          at: iso(row.created_at),
          author: {
            name: author?.name ?? '客户',
            phoneMasked: author?.phoneMasked ?? '',
            home: places.get(row.unit_id)?.label ?? '',
          },
          decidedBy: row.decided_by_id ? (deciders.get(row.decided_by_id)?.name ?? null) : null,
          allowed: MODERATOR_VERBS.filter((verb) => allows(STORY_TRANSITIONS, row.status, verb)),
        };
      },
    );
  }

  private async page<V>(
    rows: readonly StoryRow[],
    limit: number,
    cursorOf: (last: StoryRow) => string,
    view: (row: StoryRow, photos: readonly PhotoView[]) => V,
  ): Promise<Page<V>> {
    const kept = rows.slice(0, limit);
    const photos = await this.uploads.ofMany(kept.map((row) => storySubject(row.id)));
    const last = kept.at(-1);
    return {
      items: kept.map((row) => view(row, photos.get(storySubject(row.id)) ?? [])),
      nextCursor: last && rows.length > limit ? cursorOf(last) : null,
    };
  }
}

const iso = (at: number | string | null): string => new Date(Number(at)).toISOString();

const shown = ({ id, title, words, stars, byline }: StoryRow, photos: readonly PhotoView[]) => ({
  id,
  title,
  words,
  stars,
  byline,
  photos: photos.map(({ id: photoId, url, thumbUrl, width, height }): StoryPhoto => ({ id: photoId, url, thumbUrl, width, height })),
});
