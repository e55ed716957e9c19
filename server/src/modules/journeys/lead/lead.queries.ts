import {
  CHANNEL_ROOTS,
  type ClosureOutcome,
  type Gender,
  type LeadLevel,
  type LeadStatus,
  labelOf,
  type Page,
  type StaffLeadSummary,
} from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database, marks } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor';
import { normalisePhone } from '../../../platform/phone';
import { CustomerRegister } from '../../registers/customer';
import { ChannelDirectory, ProjectQueries } from '../../registers/project';
import { StaffQueries } from '../../registers/staff';
import { intentOf, type LeadRow } from './lead.rows';
import { type Condition, LeadAccess } from './lead-access';
import { urgencyOf } from './urgency.policy';

export interface LeadFilter {
  status?: LeadStatus;
  projectId?: string;
  /** Only this colleague's, as far as the asking one may see them. */
  ownerId?: string;
  q?: string;
  cursor?: string;
  limit: number;
}

export interface ListedRow extends LeadRow {
  accept_by: number | string | null;
  accepted_at: number | string | null;
  last_contact_at: number | string | null;
  next_follow_up_at: number | string | null;
}

const MOST_URGENT = 100;
const SEARCH_MOST = 200;
const COLUMNS = `l.id, l.receipt_no, l.project_id, l.customer_id, l.status, l.level, l.owner_id, l.offer_id, l.offer_round,
  l.channel_code, l.channel_root, l.entered_by_id, l.preferred_staff_id, l.product_type, l.area_min, l.area_max, l.budget_min, l.budget_max, l.purpose, l.note,
  l.created_at, l.accept_by, l.accepted_at, l.last_contact_at, l.next_follow_up_at`;

/** Leads as colleagues list them. Nothing here answers without a scope. */
@Injectable()
export class LeadQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: LeadAccess,
    private readonly customers: CustomerRegister,
    private readonly projects: ProjectQueries,
    private readonly channels: ChannelDirectory,
    private readonly staff: StaffQueries,
  ) {}

  /** Newest first, by keyset; no total is counted. */
  async list(actor: StaffActor, filter: LeadFilter): Promise<Page<StaffLeadSummary>> {
    const conditions = await this.conditions(actor, filter);
    if (!conditions) return { items: [], nextCursor: null };
    const rows = await this.database.rows<ListedRow>(
      `SELECT ${COLUMNS} FROM leads l WHERE ${conditions.map((c) => c.sql).join(' AND ')} ORDER BY l.id DESC LIMIT ?`,
      [...conditions.flatMap((c) => c.values), filter.limit + 1],
    );
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    return { items: await this.describe(page), nextCursor: rows.length > filter.limit && last ? encodeCursor([last.id]) : null };
  }

  /** The colleague's own open leads, what is due first on top; the workbench. */
  async urgent(actor: StaffActor): Promise<StaffLeadSummary[]> {
    const rows = await this.database.rows<ListedRow>(
      `SELECT ${COLUMNS} FROM leads l WHERE l.owner_id = ? AND l.status IN ('offered', 'accepted', 'escalated') ORDER BY l.id DESC LIMIT 1000`,
      [actor.staffId],
    );
    const now = this.clock.now();
    const rank = (row: ListedRow) => urgencyOf(toUrgencyFacts(row), now).rank;
    return this.describe(rows.sort((a, b) => rank(a) - rank(b)).slice(0, MOST_URGENT));
  }

  /** How far these leads have come, for those who show something beside them; a lead that is gone is not in the answer. */
  async standings(ids: readonly string[]): Promise<Map<string, { level: LeadLevel; outcome: ClosureOutcome | null }>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const rows = await this.database.rows<{ id: string; level: LeadLevel; outcome: ClosureOutcome | null }>(
      `SELECT id, level, outcome FROM leads WHERE id IN ${marks(wanted.length)}`,
      wanted,
    );
    return new Map(rows.map(({ id, level, outcome }) => [id, { level, outcome }]));
  }

  /** Which of these leads a colleague may open, and with it ask for the number. */
  async openTo(actor: StaffActor, ids: readonly string[]): Promise<Set<string>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Set();
    const scope = await this.access.condition(actor);
    const rows = await this.database.rows<{ id: string }>(
      `SELECT l.id FROM leads l WHERE l.id IN ${marks(wanted.length)} AND ${scope.sql}`,
      [...wanted, ...scope.values],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async one(actor: StaffActor, id: string): Promise<ListedRow | null> {
    const scope = await this.access.condition(actor);
    const [row] = await this.database.rows<ListedRow>(`SELECT ${COLUMNS} FROM leads l WHERE l.id = ? AND ${scope.sql}`, [
      id,
      ...scope.values,
    ]);
    return row ?? null;
  }

  /** Fills in the names that other features own, in one question to each. */
  async describe(rows: readonly ListedRow[]): Promise<StaffLeadSummary[]> {
    const [customers, owners, projects] = await Promise.all([
      this.customers.briefs(rows.map((r) => r.customer_id)),
      this.staff.byIds([...new Set(rows.flatMap((r) => (r.owner_id ? [r.owner_id] : [])))]),
      this.projects.names([...new Set(rows.map((r) => r.project_id))]),
    ]);
    const now = this.clock.now();
    return Promise.all(
      rows.map(async (row) => {
        const customer = customers.get(row.customer_id);
        const owner = row.owner_id ? owners.get(row.owner_id) : undefined;
        const { text, late, dueAt } = urgencyOf(toUrgencyFacts(row), now);
        return {
          id: row.id,
          receiptNo: row.receipt_no,
          status: row.status,
          projectId: row.project_id,
          projectName: projects.get(row.project_id) ?? '',
          owner: owner ? { id: owner.id, name: owner.name } : null,
          customer: {
            id: row.customer_id,
            name: customer?.name ?? '客户',
            phoneMasked: customer?.phoneMasked ?? '',
            gender: customer?.gender ?? ('unknown' as Gender),
          },
          source: {
            code: row.channel_code,
            name: (await this.channels.find(row.channel_code))?.name ?? row.channel_code,
            rootName: labelOf(CHANNEL_ROOTS, row.channel_root),
          },
          intent: intentOf(row),
          level: row.level,
          createdAt: iso(row.created_at) as string,
          acceptedAt: iso(row.accepted_at),
          lastContactAt: iso(row.last_contact_at),
          nextFollowUpAt: iso(row.next_follow_up_at),
          acceptBy: iso(row.accept_by),
          urgency: { text, late, dueAt: iso(dueAt) },
        };
      }),
    );
  }

  private async conditions(actor: StaffActor, filter: LeadFilter): Promise<Condition[] | null> {
    // The pool is asked for by its status, so that other lists keep to one index.
    const scope = filter.status === 'pooled' ? await this.access.condition(actor) : await this.access.heldBy(actor);
    const conditions: Condition[] = [scope];
    if (filter.status) conditions.push({ sql: 'l.status = ?', values: [filter.status] });
    if (filter.ownerId) conditions.push({ sql: 'l.owner_id = ?', values: [filter.ownerId] });
    if (filter.projectId) conditions.push({ sql: 'l.project_id = ?', values: [filter.projectId] });
    if (filter.cursor) conditions.push({ sql: 'l.id < ?', values: [decodeCursor(filter.cursor)[0]] });
    if (!filter.q) return conditions;
    const phone = normalisePhone(filter.q);
    const ids = await this.customers.search(filter.q, phone.ok ? phone.e164 : null, SEARCH_MOST);
    if (ids.length === 0) {
      conditions.push({ sql: 'l.receipt_no = ?', values: [filter.q.toUpperCase()] });
      return conditions;
    }
    conditions.push({ sql: `l.customer_id IN ${marks(ids.length)}`, values: ids });
    return conditions;
  }
}

const ms = (value: number | string | null): number | null => (value === null ? null : Number(value));

export const iso = (value: number | string | null): string | null => (value === null ? null : new Date(Number(value)).toISOString());

const toUrgencyFacts = (row: ListedRow) => ({
  status: row.status,
  createdAt: Number(row.created_at),
  acceptBy: ms(row.accept_by),
  acceptedAt: ms(row.accepted_at),
  lastContactAt: ms(row.last_contact_at),
  nextFollowUpAt: ms(row.next_follow_up_at),
});
