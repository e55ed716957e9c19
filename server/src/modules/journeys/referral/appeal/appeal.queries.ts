import type { AppealStatus, AppealView, Page, StaffAppeal } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database, marks } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { decodeCursor, encodeCursor } from '../../../../platform/http/cursor';
import { CustomerRegister } from '../../../registers/customer';
import { ProjectQueries } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import { UploadRegister } from '../../../registers/upload';
import { ReferralAccess } from '../referral-access';
import type { Subject } from '../verdict/verdict-facts.queries';
import { appealSubject, isOwn } from './appeal.policy';

export interface AppealRecord {
  id: string;
  project_id: string;
  customer_id: string;
  referral_id: string | null;
  lead_id: string | null;
  status: AppealStatus;
  reason: string;
  account_id: string;
  by_customer_id: string | null;
  by_staff_id: string | null;
  created_at: number | string;
  answer: string | null;
  answered_by_id: string | null;
  answered_at: number | string | null;
}

const PAGE = 20;
const COLUMNS = `a.id, a.project_id, a.customer_id, a.referral_id, a.lead_id, a.status, a.reason, a.account_id, a.by_customer_id, a.by_staff_id, a.created_at,
  a.answer, a.answered_by_id, a.answered_at`;

/** Appeals as those read them who have a part in them. */
@Injectable()
export class AppealQueries {
  constructor(
    private readonly database: Database,
    private readonly access: ReferralAccess,
    private readonly customers: CustomerRegister,
    private readonly projects: ProjectQueries,
    private readonly staff: StaffQueries,
    private readonly uploads: UploadRegister,
  ) {}

  /** Newest first, of the projects that the manager answers for. */
  async list(
    actor: StaffActor,
    filter: { projectId?: string; status?: AppealStatus; cursor?: string; limit?: number },
  ): Promise<Page<StaffAppeal>> {
    const limit = filter.limit ?? PAGE;
    const conditions: { sql: string; values: unknown[] }[] = [ofProjects(actor)];
    if (filter.projectId) conditions.push({ sql: 'a.project_id = ?', values: [filter.projectId] });
    if (filter.status) conditions.push({ sql: 'a.status = ?', values: [filter.status] });
    if (filter.cursor) conditions.push({ sql: 'a.id < ?', values: [decodeCursor(filter.cursor)[0]] });
    const rows = await this.database.rows<AppealRecord>(
      `SELECT ${COLUMNS} FROM appeals a WHERE ${conditions.map((c) => c.sql).join(' AND ')} ORDER BY a.id DESC LIMIT ?`,
      [...conditions.flatMap((c) => c.values), limit + 1],
    );
    const page = rows.slice(0, limit);
    const [views, names] = await Promise.all([this.views(actor, page), this.projects.names(page.map((row) => row.project_id))]);
    const last = page.at(-1);
    return {
      items: page.map((row, i) => ({
        ...(views[i] as AppealView),
        projectName: names.get(row.project_id) ?? '',
        referralId: row.referral_id,
        leadId: row.lead_id,
      })),
      nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null,
    };
  }

  /**
   * The newest one about this customer in this project, before it one that is open still: of two who appeal, the first is not left
   * waiting because the second was answered. Photos are for those who may see the case.
   */
  async latest(actor: StaffActor, { customerId, projectId }: Subject): Promise<AppealView | null> {
    const rows = await this.database.rows<AppealRecord>(
      `SELECT ${COLUMNS} FROM appeals a WHERE a.customer_id = ? AND a.project_id = ?
       ORDER BY CASE a.status WHEN 'open' THEN 0 ELSE 1 END, a.id DESC LIMIT 1`,
      [customerId, projectId],
    );
    return (await this.views(actor, rows))[0] ?? null;
  }

  /** Appeals of referrals, newest first by referral; without photos. */
  async ofReferrals(ids: readonly string[]): Promise<Map<string, AppealRecord[]>> {
    const found = new Map<string, AppealRecord[]>();
    if (ids.length === 0) return found;
    const rows = await this.database.rows<AppealRecord>(
      `SELECT ${COLUMNS} FROM appeals a WHERE a.referral_id IN ${marks(ids.length)} ORDER BY a.id DESC`,
      ids,
    );
    for (const row of rows) found.set(row.referral_id as string, [...(found.get(row.referral_id as string) ?? []), row]);
    return found;
  }

  private async views(actor: StaffActor, rows: readonly AppealRecord[]): Promise<AppealView[]> {
    const people = rows.flatMap((row) => [row.by_staff_id, row.answered_by_id]).filter((id): id is string => id !== null);
    const [photos, customers, staff, hasPart] = await Promise.all([
      this.uploads.ofMany(rows.map((row) => appealSubject(row.id))),
      this.customers.briefs(rows.flatMap((row) => (row.by_customer_id ? [row.by_customer_id] : []))),
      this.staff.byIds(people),
      this.access.partIn(
        actor,
        rows.map((row) => row.customer_id),
      ),
    ]);
    return rows.map((row) => ({
      id: row.id,
      status: row.status,
      reason: row.reason,
      by:
        (row.by_customer_id && customers.get(row.by_customer_id)?.name) ||
        (row.by_staff_id && staff.get(row.by_staff_id)?.name) ||
        '推荐人',
      at: new Date(Number(row.created_at)).toISOString(),
      photos: photos.get(appealSubject(row.id)) ?? [],
      answer: row.answer,
      answeredBy: row.answered_by_id ? (staff.get(row.answered_by_id)?.name ?? null) : null,
      answeredAt: row.answered_at === null ? null : new Date(Number(row.answered_at)).toISOString(),
      mayJudge: row.status === 'open' && !isOwn(actor, row) && !hasPart({ projectId: row.project_id, friendId: row.customer_id }),
    }));
  }
}

const ofProjects = (actor: StaffActor): { sql: string; values: unknown[] } => {
  if (actor.scope.kind === 'group') return { sql: '1 = 1', values: [] };
  if (actor.projectIds.length === 0) return { sql: '1 = 0', values: [] };
  return { sql: `a.project_id IN ${marks(actor.projectIds.length)}`, values: [...actor.projectIds] };
};
