import { beijingClock, type MyLead, sayTime } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import type { Actor } from '../../../platform/http/actor';
import { CONTACT_PURPOSE, Consents } from '../../registers/customer';
import { ProjectQueries } from '../../registers/project';
import { StaffQueries } from '../../registers/staff';
import { iso, type ListedRow } from './lead.queries';
import { intentOf } from './lead.rows';

interface MyRow extends ListedRow {
  contact_by: number | string | null;
  /** The account that sent the first form; null when a colleague entered it. */
  begun_by: string | null;
}

/** What a prospect sees of their own interest. */
@Injectable()
export class MyLeadsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly projects: ProjectQueries,
    private readonly staff: StaffQueries,
    private readonly consents: Consents,
  ) {}

  /**
   * The leads of a customer for whose number WeChat vouched, in full. Of a number that was only typed, those that this account
   * itself began; every other form it sent shows as a receipt only: typing a number opens nobody's records.
   */
  async of(actor: Actor): Promise<MyLead[]> {
    const rows = await this.database.rows<MyRow>(
      `SELECT l.*, (SELECT o.contact_by FROM lead_offers o WHERE o.lead_id = l.id ORDER BY o.round DESC LIMIT 1) AS contact_by,
         (SELECT t.account_id FROM lead_touches t WHERE t.lead_id = l.id AND t.is_first = 1 LIMIT 1) AS begun_by
       FROM (SELECT id FROM leads WHERE customer_id = ? UNION SELECT lead_id AS id FROM lead_touches WHERE account_id = ?) own
       JOIN leads l ON l.id = own.id
       ORDER BY l.id DESC LIMIT 50`,
      [actor.phoneVerified ? (actor.customerId ?? '') : '', actor.accountId],
    );
    const mine = (row: MyRow) => row.customer_id === actor.customerId && (actor.phoneVerified || row.begun_by === actor.accountId);
    const [withdrawn, projects, cards] = await Promise.all([
      actor.customerId !== null && this.consents.withdrawn(actor.customerId, CONTACT_PURPOSE),
      this.projects.names([...new Set(rows.map((r) => r.project_id))]),
      this.staff.cards([...new Set(rows.filter(mine).flatMap((r) => r.owner_id ?? []))]),
    ]);
    const now = this.clock.now();
    return rows.map((row) => {
      const agent = mine(row) && row.owner_id && row.status !== 'escalated' ? (cards.get(row.owner_id) ?? null) : null;
      const status = mine(row) ? row.status : 'received';
      return {
        id: row.id,
        receiptNo: row.receipt_no,
        projectId: row.project_id,
        projectName: projects.get(row.project_id) ?? '',
        status,
        createdAt: iso(row.created_at) as string,
        intent: mine(row) ? intentOf(row) : {},
        agent,
        steps: stepsOf(mine(row) ? row : { ...row, status: 'received' }, agent?.name ?? null, now),
        promise: mine(row) ? (withdrawn ? NOT_CONTACTED : promiseOf(row, now)) : '我们已收到您的登记，置业顾问会尽快与您联系',
      };
    });
  }
}

const NOT_CONTACTED = '您已撤回联系授权，我们不会再主动联系您';

function promiseOf(row: MyRow, now: number): string {
  if (row.status === 'closed') return '本次服务已结束，如有需要欢迎再次联系我们';
  if (row.last_contact_at !== null) return '如有任何问题，可随时联系您的置业顾问';
  const by = row.contact_by === null ? null : Number(row.contact_by);
  if (by === null || row.status === 'pooled' || row.status === 'escalated') return '我们正在为您安排置业顾问，请稍候';
  if (by > now) return `置业顾问将在${sayTime(by, now)} 前与您联系`;
  return row.status === 'accepted' ? '置业顾问即将与您联系，请留意来电' : '正在为您安排另一位置业顾问，请稍候';
}

function stepsOf(row: MyRow, agentName: string | null, now: number): MyLead['steps'] {
  const at = (value: number | string | null) => iso(value);
  const accepted = row.accepted_at !== null;
  const contacted = row.last_contact_at !== null;
  const assigned = row.status !== 'received' && agentName !== null;
  const said = (value: number | string) => sayTime(Number(value), now);
  return [
    { title: '已收到登记', text: `${said(row.created_at)}，回执 ${row.receipt_no}`, at: at(row.created_at), state: 'done' },
    {
      title: assigned ? '已安排置业顾问' : '正在安排置业顾问',
      text: assigned ? `${agentName}为您服务` : '系统正在为您匹配合适的顾问',
      at: null,
      state: assigned ? 'done' : 'now',
    },
    {
      title: accepted ? '置业顾问已接单' : '等待置业顾问接单',
      text: accepted ? beijingClock(Number(row.accepted_at)) : '接单后会尽快与您联系',
      at: at(row.accepted_at),
      state: accepted ? 'done' : assigned ? 'now' : 'next',
    },
    {
      title: contacted ? '已与您联系' : '与您联系',
      text: contacted ? said(row.last_contact_at as number) : '',
      at: at(row.last_contact_at),
      state: contacted ? 'done' : accepted ? 'now' : 'next',
    },
  ];
}
