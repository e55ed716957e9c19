import {
  allowedVerbs,
  FRAUD_SIGNS,
  type FraudFlagView,
  type FraudSign,
  type Page,
  REFERRAL_TRANSITIONS,
  type ReferralStatus,
  type ReferralVerb,
  type StaffReferral,
  type StaffReferralDetail,
} from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database, marks } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { decodeCursor, encodeCursor } from '../../../../platform/http/cursor';
import { CustomerRegister } from '../../../registers/customer';
import { ProjectQueries } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import type { ReferralEventType, ReferralRow } from '../referral.rows';
import { referralsWhere } from '../referral.rows';
import { type Condition, ReferralAccess } from '../referral-access';
import { timelineOf } from './timeline.policy';

export interface ReferralFilter {
  projectId?: string;
  status?: ReferralStatus;
  view?: 'flagged' | 'appealed';
  cursor?: string;
  limit?: number;
}

const PAGE = 20;
/** What colleagues do by hand; everything else happens by itself. */
const BY_HAND: readonly ReferralVerb[] = ['subscribe', 'sign', 'settle', 'cancelDeal'];
/** More open flags or appeals than this at one time are a task for more people, not for a longer list. */
const MOST_TO_DECIDE = 500;
const HIDDEN_FRIEND = { name: '待好友同意', phoneMasked: '' };

/** Referrals as colleagues list them. Until the friend's yes they see neither name nor number. */
@Injectable()
export class StaffReferralsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: ReferralAccess,
    private readonly customers: CustomerRegister,
    private readonly projects: ProjectQueries,
    private readonly staff: StaffQueries,
  ) {}

  /** Newest first, by keyset. */
  async list(actor: StaffActor, filter: ReferralFilter): Promise<Page<StaffReferral>> {
    const limit = filter.limit ?? PAGE;
    const conditions: Condition[] = [await this.access.condition(actor)];
    if (filter.projectId) conditions.push({ sql: 'r.project_id = ?', values: [filter.projectId] });
    if (filter.status) conditions.push({ sql: 'r.status = ?', values: [filter.status] });
    if (filter.view) conditions.push(await this.toDecide(filter.view));
    if (filter.cursor) conditions.push({ sql: 'r.id < ?', values: [decodeCursor(filter.cursor)[0]] });
    const rows = await referralsWhere(
      this.database.manager,
      `${conditions.map((c) => c.sql).join(' AND ')} ORDER BY r.id DESC LIMIT ${limit + 1}`,
      conditions.flatMap((c) => c.values),
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { items: await this.describe(actor, page), nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
  }

  /** @throws CodedError `referral.not-found` */
  async one(actor: StaffActor, id: string): Promise<StaffReferralDetail> {
    const row = await this.access.see(actor, id);
    const [[summary], events] = await Promise.all([this.describe(actor, [row]), this.events(id)]);
    return {
      ...(summary as StaffReferral),
      timeline: timelineOf(events),
      relation: row.agreed_at === null ? null : row.relation,
      note: row.agreed_at === null ? null : row.note,
      dealAmount: row.deal_amount,
    };
  }

  /** What waits for somebody's decision is few: it is asked for first, so that no plan begins with all referrals. */
  private async toDecide(view: NonNullable<ReferralFilter['view']>): Promise<Condition> {
    const rows = await this.database.rows<{ referral_id: string }>(
      view === 'flagged'
        ? `SELECT DISTINCT f.referral_id FROM projects p JOIN fraud_flags f ON f.project_id = p.id AND f.status = 'open' LIMIT ${MOST_TO_DECIDE}`
        : // A key is there while an appeal is open; a range is what its index can answer on every database.
          `SELECT a.referral_id FROM appeals a WHERE a.open_key > '' LIMIT ${MOST_TO_DECIDE}`,
    );
    const ids = rows.flatMap((row) => row.referral_id ?? []);
    return ids.length > 0 ? { sql: `r.id IN ${marks(ids.length)}`, values: ids } : { sql: '1 = 0', values: [] };
  }

  async flagsOf(referralIds: readonly string[]): Promise<FraudFlagView[]> {
    if (referralIds.length === 0) return [];
    const rows = await this.database.rows<{
      id: string;
      sign: FraudSign;
      evidence: string;
      at: number | string;
      status: FraudFlagView['status'];
      note: string | null;
    }>(
      `SELECT id, sign, evidence, at, status, note FROM fraud_flags WHERE referral_id IN ${marks(referralIds.length)} ORDER BY id`,
      referralIds,
    );
    return rows.map((row) => ({
      id: row.id,
      sign: row.sign,
      label: FRAUD_SIGNS[row.sign],
      evidence: JSON.parse(row.evidence) as string[],
      at: new Date(Number(row.at)).toISOString(),
      status: row.status,
      note: row.note,
    }));
  }

  private async events(id: string) {
    const rows = await this.database.rows<{ at: number | string; type: ReferralEventType; data: string | null; actor_id: string | null }>(
      'SELECT at, type, data, actor_id FROM referral_events WHERE referral_id = ? ORDER BY at, id LIMIT 200',
      [id],
    );
    const people = await this.staff.byIds(rows.flatMap((row) => (row.actor_id ? [row.actor_id] : [])));
    return rows.map((row) => ({
      at: Number(row.at),
      type: row.type,
      data: row.data ? (JSON.parse(row.data) as Record<string, unknown>) : null,
      by: row.actor_id ? (people.get(row.actor_id)?.name ?? null) : null,
    }));
  }

  private async describe(actor: StaffActor, rows: readonly ReferralRow[]): Promise<StaffReferral[]> {
    const ids = rows.map((row) => row.id);
    const [people, names, flags, appealed, hasPart] = await Promise.all([
      this.customers.briefs(rows.flatMap((row) => (row.friend_id ? [row.referrer_id, row.friend_id] : [row.referrer_id]))),
      this.projects.names(rows.map((row) => row.project_id)),
      this.openFlags(ids),
      this.openAppeals(ids),
      this.access.partIn(
        actor,
        rows.map((row) => row.friend_id),
      ),
    ]);
    const personOf = (id: string) => ({ name: people.get(id)?.name ?? '客户', phoneMasked: people.get(id)?.phoneMasked ?? '' });
    const byHand = (row: ReferralRow) =>
      actor.permissions.includes('referral.stage') &&
      row.referrer_id !== actor.customerId &&
      !hasPart({ projectId: row.project_id, friendId: row.friend_id });
    return rows.map((row) => ({
      id: row.id,
      projectName: names.get(row.project_id) ?? '',
      referrer: personOf(row.referrer_id),
      friend: row.friend_id ? personOf(row.friend_id) : HIDDEN_FRIEND,
      status: row.status,
      registeredAt: new Date(row.registered_at).toISOString(),
      protectedUntil: row.protected_until === null ? null : new Date(row.protected_until).toISOString(),
      leadId: row.lead_id,
      won: row.standing === null ? null : row.standing === 'won',
      flags: flags.get(row.id) ?? 0,
      appealed: appealed.has(row.id),
      allowed: byHand(row) ? allowedVerbs(REFERRAL_TRANSITIONS, row.status).filter((verb) => BY_HAND.includes(verb)) : [],
    }));
  }

  private async openFlags(ids: readonly string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<{ referral_id: string; many: number | string }>(
      `SELECT referral_id, COUNT(*) AS many FROM fraud_flags WHERE referral_id IN ${marks(ids.length)} AND status = 'open' GROUP BY referral_id`,
      ids,
    );
    return new Map(rows.map((row) => [row.referral_id, Number(row.many)]));
  }

  private async openAppeals(ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.database.rows<{ referral_id: string }>(
      `SELECT referral_id FROM appeals WHERE referral_id IN ${marks(ids.length)} AND open_key IS NOT NULL`,
      ids,
    );
    return new Set(rows.map((row) => row.referral_id));
  }
}
