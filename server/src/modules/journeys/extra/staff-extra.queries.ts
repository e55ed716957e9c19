import {
  allows,
  beijingDate,
  EXTRA_INTEREST_TRANSITIONS,
  type ExtraInterestStatus,
  FOLLOWING_VERBS,
  type Page,
  SHOWN_LATELY_DAYS,
  type StaffExtra,
  type StaffExtraInterest,
} from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database, marks } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor';
import { CustomerRegister } from '../../registers/customer';
import { HomeRegister } from '../../registers/home';
import { ProjectQueries } from '../../registers/project';
import { StaffQueries } from '../../registers/staff';
import { UploadRegister } from '../../registers/upload';
import { isOnShow, mayCall } from './extra.policy';
import { EXTRA_COLUMNS, type ExtraRow, extraSubject, INTEREST_COLUMNS, type InterestRow, pictureOf, showTimeOf } from './extra.rows';

/** Years of glances say nothing about today's shelf. */
const SHOWN_LATELY_MS = SHOWN_LATELY_DAYS * 24 * 3_600_000;

type Counted = ExtraRow & Record<'shown' | 'interested' | 'contacted' | 'taken_up', number | string>;

export interface InterestFilter {
  projectId: string;
  extraId?: string;
  status?: ExtraInterestStatus;
  cursor?: string;
  limit: number;
}

/** Extras and what came of them, as colleagues see them: each in projects they work for. */
@Injectable()
export class StaffExtraQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly projects: ProjectQueries,
    private readonly staff: StaffQueries,
    private readonly customers: CustomerRegister,
    private readonly homes: HomeRegister,
    private readonly uploads: UploadRegister,
  ) {}

  /** In the order owners see them, with those that are not on show. @throws CodedError `project.not-found` */
  async shelf(actor: StaffActor, projectId: string): Promise<Page<StaffExtra>> {
    const project = await this.projects.ofStaff(actor, projectId);
    const rows = await this.database.rows<Counted>(
      `SELECT ${EXTRA_COLUMNS}, (SELECT COUNT(*) FROM extra_views v WHERE v.extra_id = x.id AND v.at >= ?) AS shown,
         COUNT(CASE WHEN i.status <> 'withdrawn' THEN 1 END) AS interested,
         COUNT(CASE WHEN i.status <> 'withdrawn' AND i.contacted_at IS NOT NULL THEN 1 END) AS contacted,
         COUNT(CASE WHEN i.status = 'taken-up' THEN 1 END) AS taken_up
       FROM extras x LEFT JOIN extra_interests i ON i.extra_id = x.id
       WHERE x.project_id = ? GROUP BY ${EXTRA_COLUMNS} ORDER BY x.position, x.id`,
      [this.clock.now() - SHOWN_LATELY_MS, project.id],
    );
    const [people, pictures] = await Promise.all([
      this.staff.byIds(rows.flatMap((row) => row.responsible_id ?? [])),
      this.uploads.ofMany(rows.map(({ id }) => extraSubject(id))),
    ]);
    const today = beijingDate(this.clock.now());
    const items = rows.map((row): StaffExtra => {
      const responsible = row.responsible_id === null ? null : people.get(row.responsible_id);
      return {
        id: row.id,
        kind: row.kind,
        title: row.title,
        words: row.words,
        picture: pictureOf(pictures.get(extraSubject(row.id))),
        from: row.from_day,
        until: row.until_day,
        active: Boolean(row.active),
        position: row.position,
        responsible: responsible ? { id: responsible.id, name: responsible.name } : null,
        onShow: isOnShow(showTimeOf(row), today),
        stats: {
          shown: Number(row.shown),
          interested: Number(row.interested),
          contacted: Number(row.contacted),
          takenUp: Number(row.taken_up),
        },
      };
    });
    return { items, nextCursor: null };
  }

  /** Newest first; whoever puts no extras up sees those they are named for. @throws CodedError `project.not-found` */
  async interests(actor: StaffActor, { projectId, extraId, status, cursor, limit }: InterestFilter): Promise<Page<StaffExtraInterest>> {
    const project = await this.projects.ofStaff(actor, projectId);
    const extras = await this.followedBy(actor, project.id);
    const wanted = extraId ? extras.filter(({ id }) => id === extraId) : extras;
    if (wanted.length === 0) return { items: [], nextCursor: null };
    const conditions: [string, readonly unknown[]][] = [['i.project_id = ?', [project.id]]];
    if (status) conditions.push(['i.status = ?', [status]]);
    // Of all extras of a project the index of the project holds the order already.
    if (wanted.length < extras.length || !seesAll(actor)) {
      const ids = wanted.map(({ id }) => id);
      conditions.push([`i.extra_id IN ${marks(ids.length)}`, ids]);
    }
    if (cursor) conditions.push(['i.id < ?', [String(decodeCursor(cursor)[0])]]);
    const rows = await this.database.rows<InterestRow>(
      `SELECT ${INTEREST_COLUMNS} FROM extra_interests i WHERE ${conditions.map(([sql]) => sql).join(' AND ')} ORDER BY i.id DESC LIMIT ?`,
      [...conditions.flatMap(([, values]) => values), limit + 1],
    );
    const known = new Map(extras.map((extra) => [extra.id, extra]));
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const [people, places] = await Promise.all([
      this.customers.briefs(page.map((row) => row.customer_id)),
      this.homes.places(page.map((row) => row.unit_id)),
    ]);
    const items = page.map((row): StaffExtraInterest => {
      const person = people.get(row.customer_id);
      return {
        id: row.id,
        extraTitle: known.get(row.extra_id)?.title ?? '',
        kind: known.get(row.extra_id)?.kind ?? 'other',
        person: { name: person?.name ?? '业主', phoneMasked: person?.phoneMasked ?? '', home: places.get(row.unit_id)?.label ?? '' },
        status: row.status,
        note: row.note,
        at: new Date(Number(row.created_at)).toISOString(),
        allowed: FOLLOWING_VERBS.filter((verb) => allows(EXTRA_INTEREST_TRANSITIONS, row.status, verb)),
        mayReveal: mayCall(row.status),
      };
    });
    return { items, nextCursor: last && rows.length > limit ? encodeCursor([last.id]) : null };
  }

  /** Whoever puts extras up follows all of a project; everybody else those they are named for. */
  private async followedBy(actor: StaffActor, projectId: string): Promise<Pick<ExtraRow, 'id' | 'title' | 'kind'>[]> {
    const extras = await this.database.rows<Pick<ExtraRow, 'id' | 'title' | 'kind' | 'responsible_id'>>(
      'SELECT id, title, kind, responsible_id FROM extras WHERE project_id = ?',
      [projectId],
    );
    return seesAll(actor) ? extras : extras.filter((extra) => extra.responsible_id === actor.staffId);
  }
}

const seesAll = ({ permissions }: StaffActor): boolean => permissions.includes('extra.edit');
