import { type MyReferral, type MyReferralList, maskName } from '@guihu/shared';
import { Injectable, Optional } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { FieldCipher } from '../../../../platform/crypto/field-cipher';
import { Database } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { decodeCursor, encodeCursor } from '../../../../platform/http/cursor';
import { ProjectQueries } from '../../../registers/project';
import { mayAppeal } from '../appeal/appeal.policy';
import { AppealQueries } from '../appeal/appeal.queries';
import { askPage, type ReferralRow, referralsWhere } from '../referral.rows';
import { ReferralRewards } from '../referral-rewards';
import { AskCodes } from '../registration/ask-codes';
import { noteOf, stepsOf } from './my-referral.policy';

const PAGE = 20;

/** What a referrer may know: stages, words and money; of the friend nothing but a masked name. */
@Injectable()
export class MyReferralsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly projects: ProjectQueries,
    private readonly appeals: AppealQueries,
    private readonly codes: AskCodes,
    @Optional() private readonly rewards?: ReferralRewards,
  ) {}

  /** Newest first. */
  async list(actor: Actor, { cursor, limit = PAGE }: { cursor?: string; limit?: number }): Promise<MyReferralList> {
    if (!actor.customerId) return { items: [], nextCursor: null, totals: { registered: 0, visited: 0, signed: 0 } };
    const before = cursor ? [decodeCursor(cursor)[0]] : [];
    const rows = await referralsWhere(
      this.database.manager,
      `r.referrer_id = ?${cursor ? ' AND r.id < ?' : ''} ORDER BY r.id DESC LIMIT ${limit + 1}`,
      [actor.customerId, ...before],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const [items, totals] = await Promise.all([this.describe(page), this.totals(actor.customerId)]);
    return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null, totals };
  }

  /** @throws CodedError `referral.not-found` for somebody else's */
  async one(actor: Actor, id: string): Promise<MyReferral> {
    const rows = await referralsWhere(this.database.manager, 'r.id = ? AND r.referrer_id = ?', [id, actor.customerId]);
    const [item] = await this.describe(rows);
    if (!item) throw coded('referral.not-found');
    return item;
  }

  private async totals(customerId: string): Promise<MyReferralList['totals']> {
    const [row] = await this.database.rows<Record<'registered' | 'visited' | 'signed', number | string | null>>(
      `SELECT COUNT(*) AS registered, COUNT(visited_at) AS visited,
         SUM(CASE WHEN signed_at IS NOT NULL AND status <> 'ended' THEN 1 ELSE 0 END) AS signed
       FROM referrals WHERE referrer_id = ?`,
      [customerId],
    );
    return { registered: Number(row?.registered ?? 0), visited: Number(row?.visited ?? 0), signed: Number(row?.signed ?? 0) };
  }

  private async describe(rows: readonly ReferralRow[]): Promise<MyReferral[]> {
    const ids = rows.map((row) => row.id);
    const [names, appeals, rewards] = await Promise.all([
      this.projects.names(rows.map((row) => row.project_id)),
      this.appeals.ofReferrals(ids),
      ids.length > 0 && this.rewards ? this.rewards.of(ids) : new Map<string, MyReferral['rewards']>(),
    ]);
    const now = this.clock.now();
    return rows.map((row) => {
      const own = appeals.get(row.id) ?? [];
      const open = own.some((appeal) => appeal.status === 'open');
      const may = !open && mayAppeal(row, own.length);
      const asked = row.status === 'registered' && now <= (row.ask_until ?? 0);
      const [latest] = own;
      return {
        id: row.id,
        projectName: names.get(row.project_id) ?? '',
        friendMasked: maskName(this.cipher.decrypt(row.friend_sealed)),
        status: row.status,
        registeredAt: new Date(row.registered_at).toISOString(),
        steps: stepsOf(row),
        note: noteOf(row, may, now),
        rewards: rewards.get(row.id) ?? [],
        mayAppeal: may,
        askPath: asked ? askPage(this.codes.of(row.id)) : null,
        appeal: latest ? { status: latest.status, at: new Date(Number(latest.created_at)).toISOString(), answer: latest.answer } : null,
      };
    });
  }
}
